package dev.assay.workspace;

import dev.assay.model.Egress;
import dev.assay.model.ModelSettings;
import dev.assay.model.ModelTrial;
import java.util.List;

/** The workspace's language model, if it has one, and the ledger of what it was told. */
public interface LanguageModel {
  /** Without its key. */
  ModelSettings settings();

  /** Sets it up; a key is forgotten when requests would go to another place than before. */
  ModelSettings configure(ModelWishes wishes);

  /** From now on the rules advise alone. */
  ModelSettings off();

  /** Asks it for a word, which is recorded like everything else. */
  ModelTrial test();

  /** What was sent, newest first, without the words. */
  List<Egress> egress(long limit, long offset);

  /** One request, word for word. */
  Egress egress(long id);
}
