package dev.assay.cli;

import dev.assay.model.ModelSettings;
import dev.assay.model.ModelTrial;
import dev.assay.model.UserError;
import dev.assay.workspace.LanguageModel;
import dev.assay.workspace.ModelWishes;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows, sets up, tests or forgets the language model. */
@Command(
    name = "model",
    description = "Shows the language model that advises; with options, sets one up or forgets it.")
final class ModelCommand extends Verb {
  static final String KEY = "ASSAY_MODEL_KEY";

  @Option(
      names = "--provider",
      paramLabel = "PROVIDER",
      description = "openai_compatible, anthropic, gemini or ollama.")
  ModelSettings.Provider provider;

  @Option(names = "--url", paramLabel = "URL", description = "Where it answers.")
  String url;

  @Option(names = "--model", paramLabel = "MODEL", description = "Its name there.")
  String model;

  @Option(
      names = "--privacy",
      paramLabel = "MODE",
      description =
          "What it may see: none, metadata_only, masked_samples (unless said otherwise) or full.")
  ModelSettings.Privacy privacy;

  @Option(names = "--token-budget", paramLabel = "N", description = "The longest prompt.")
  Integer tokenBudget;

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "For one answer.")
  Integer timeout;

  @Option(
      names = "--allow-plain-http",
      negatable = true,
      description = "Send over http to a host that is not private.")
  Boolean allowPlainHttp;

  @Option(names = "--key", description = "Ask for the key; else " + KEY + " gives it.")
  boolean key;

  @Option(names = "--off", description = "Forget the model: the rules advise alone.")
  boolean off;

  @Option(names = "--test", description = "Ask it for a word.")
  boolean test;

  @Override
  int run(Session session) {
    boolean changes =
        provider != null
            || url != null
            || model != null
            || privacy != null
            || tokenBudget != null
            || timeout != null
            || allowPlainHttp != null
            || key;
    if (off && (changes || test)) {
      throw UserError.invalid("--off stands alone: leave the other options out.");
    }
    LanguageModel advisor = (changes ? session.workspaceOrNew() : session.workspace()).model();
    ModelSettings settings =
        off ? advisor.off() : changes ? advisor.configure(wishes(session)) : advisor.settings();
    if (!test) {
      print(session, settings);
      return 0;
    }
    ModelTrial trial = advisor.test();
    if (session.json()) {
      session.printJson(trial);
    } else {
      session.say(trial.message());
    }
    return trial.works() ? 0 : 2;
  }

  private ModelWishes wishes(Session session) {
    String given = session.program().environment(KEY).filter(k -> !k.isEmpty()).orElse(null);
    if (given == null && key) {
      given =
          session
              .program()
              .password("Key of the language model: ")
              .filter(typed -> !typed.isEmpty())
              .orElseThrow(() ->
                  UserError.invalid("Type the key, or give it in " + KEY + "; it is no argument."));
    }
    return new ModelWishes(
        provider, url, model, privacy, tokenBudget, timeout, allowPlainHttp, given);
  }

  private static void print(Session session, ModelSettings settings) {
    if (session.json()) {
      session.printJson(settings);
      return;
    }
    if (settings.provider() == null) {
      session.say("No language model: the rules advise alone and nothing leaves this machine.");
      session.say(
          "Set one up: "
              + session.command("assay model --provider ollama --model NAME")
              + " (its key, if any, in "
              + KEY
              + ")");
      return;
    }
    session.say("provider   " + settings.provider().name().toLowerCase(Locale.ROOT));
    session.say("url        " + settings.address());
    session.say("model      " + settings.model());
    session.say("key        " + (settings.keyStored() ? "kept, encrypted" : "none"));
    session.say("privacy    " + seen(settings.privacy()));
    session.say(
        "limits     "
            + Words.count(settings.tokenBudget())
            + " tokens a prompt, "
            + settings.timeoutSeconds()
            + " s an answer");
    session.say("What was sent: " + session.command("assay egress"));
  }

  private static String seen(ModelSettings.Privacy privacy) {
    return switch (privacy) {
      case NONE -> "none: nothing is sent";
      case METADATA_ONLY -> "metadata_only: names, types and counts, not one value";
      case MASKED_SAMPLES -> "masked_samples: values, personal data replaced";
      case FULL -> "full: values as they are, but those of masked columns";
    };
  }
}
