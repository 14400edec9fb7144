package dev.assay.workspace;

import dev.assay.model.Pin;
import dev.assay.model.SavedQuestion;
import dev.assay.model.SuggestedQuestion;
import dev.assay.model.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A desk that remembers, for the shapes of REST. */
final class MemoryDesk implements Desk {
  private final Map<String, SavedQuestion> questions;

  MemoryDesk(Map<String, SavedQuestion> questions) {
    this.questions = questions;
  }

  @Override
  public List<SuggestedQuestion> suggested(String source, String language) {
    return List.of(new SuggestedQuestion("total by month", "orders"));
  }

  @Override
  public void export(ExportWish wish, String format, OutputStream out) {
    try {
      out.write("id\n1\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SavedQuestion rename(String question, String name) {
    SavedQuestion kept = kept(question);
    questions.remove(question);
    return keep(kept, name, kept.pin());
  }

  @Override
  public SavedQuestion pin(String question, Pin pin) {
    return keep(
        kept(question),
        question,
        new Pin(
            pin.position() == null ? 0 : pin.position(), pin.wide() == null ? false : pin.wide()));
  }

  @Override
  public void unpin(String question) {
    keep(kept(question), question, null);
  }

  private SavedQuestion kept(String question) {
    if (!questions.containsKey(question)) {
      throw UserError.notFound("There is no kept question '" + question + "'.");
    }
    return questions.get(question);
  }

  private SavedQuestion keep(SavedQuestion kept, String name, Pin pin) {
    SavedQuestion now =
        new SavedQuestion(
            kept.id(),
            name,
            kept.question(),
            kept.source(),
            kept.query(),
            kept.relative(),
            kept.createdAt(),
            pin);
    questions.put(name, now);
    return now;
  }
}
