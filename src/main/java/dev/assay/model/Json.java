package dev.assay.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.util.TokenBufferReadContext;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The JSON form of the vocabulary: snake_case names, ISO times, and all problems of a document
 * named at once.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** The mapper behind this class, for libraries that want one; do not reconfigure it. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Cannot write " + value.getClass().getSimpleName() + " as JSON", e);
    }
  }

  public static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Cannot write " + value.getClass().getSimpleName() + " as JSON", e);
    }
  }

  /** Reads what Assay itself has written. */
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored JSON is not a " + type.getSimpleName(), e);
    }
  }

  /**
   * Reads what a person or a program has sent; throws one {@link UserError} that names every
   * problem.
   */
  public static <T> T readRequest(String text, Class<T> type) {
    if (text.isBlank()) {
      throw UserError.invalid("The request needs a JSON body.");
    }
    List<Problem> problems = new ArrayList<>();
    T value = null;
    try {
      value = MAPPER.copy().addHandler(new Collecting(problems)).readValue(text, type);
    } catch (JsonMappingException e) {
      problems.add(
          e.getCause() instanceof JsonEOFException early
              ? new Problem(
                  "",
                  "The JSON ends too early, in line "
                      + early.getLocation().getLineNr()
                      + ": a bracket or a quote is not closed.")
              : problem(e));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      problems.add(
          new Problem(
              "",
              "The body is not JSON: line "
                  + (at == null ? "?" : at.getLineNr())
                  + ", column "
                  + (at == null ? "?" : at.getColumnNr())
                  + ": "
                  + e.getOriginalMessage()));
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    if (value == null) {
      throw UserError.invalid("The request needs a JSON object as its body.");
    }
    return value;
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(r ->
            "/" + (r.getFieldName() == null ? Integer.toString(r.getIndex()) : r.getFieldName()))
        .collect(Collectors.joining());
  }

  private static Problem problem(JsonMappingException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException || cause instanceof UserError) {
        return problem(pointer(e), cause);
      }
    }
    // The parser's own words name Java classes.
    return new Problem(
        pointer(e), "This value does not fit here: see /openapi.yaml for what does.");
  }

  private static Problem problem(String pointer, Throwable cause) {
    return switch (cause) {
      case Misread misread -> new Problem(pointer, misread.facts());
      case UserError error -> new Problem(pointer, error);
      default -> new Problem(pointer, cause.getMessage());
    };
  }

  /** Notes each problem and reads on with null in its place. */
  private static final class Collecting extends DeserializationProblemHandler {
    private final List<Problem> problems;

    Collecting(List<Problem> problems) {
      this.problems = problems;
    }

    private void note(JsonParser parser, String message) {
      problems.add(new Problem(pointer(parser), message));
    }

    private static String pointer(JsonParser parser) {
      return parser.getParsingContext().pathAsPointer().toString();
    }

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object bean,
        String name)
        throws IOException {
      String known =
          deserializer.getKnownPropertyNames() == null
              ? ""
              : deserializer.getKnownPropertyNames().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining(", "));
      problems.add(
          new Problem(
              pointer(around(parser), name),
              "'"
                  + name
                  + "' is not a field here."
                  + (known.isEmpty() ? "" : " Fields are: " + known + ".")));
      parser.skipChildren();
      return true;
    }

    /** The object whose field is being read, also where the field's value has begun already. */
    private static JsonStreamContext around(JsonParser parser) {
      JsonStreamContext context = parser.getParsingContext();
      return parser.currentToken().isStructStart() ? context.getParent() : context;
    }

    /** Fields that were read too early are replayed below the one that was read last. */
    private static String pointer(JsonStreamContext context, String name) {
      JsonStreamContext holder =
          context instanceof TokenBufferReadContext
                  && context.getParent() != null
                  && !context.getParent().inArray()
              ? context.getParent().getParent()
              : context.getParent();
      String above = holder == null ? "" : holder.pathAsPointer().toString();
      return above + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public Object handleWeirdStringValue(
        DeserializationContext context, Class<?> target, String value, String failure) {
      if (!target.isEnum()) {
        note(context.getParser(), "'" + value + "' is not allowed here. " + failure + ".");
        return null;
      }
      String allowed =
          Arrays.stream(target.getEnumConstants())
              .map(constant -> MAPPER.convertValue(constant, String.class))
              .collect(Collectors.joining(", "));
      String at = pointer(context.getParser());
      problems.add(new Problem(at, Sentences.NOT_ALLOWED_HERE.with(value, allowed)));
      return null;
    }

    @Override
    public Object handleUnexpectedToken(
        DeserializationContext context,
        JavaType target,
        JsonToken token,
        JsonParser parser,
        String failure)
        throws IOException {
      note(parser, "A " + describe(target) + " is needed here, not " + describe(token) + ".");
      parser.skipChildren();
      return null;
    }

    @Override
    public Object handleMissingInstantiator(
        DeserializationContext context,
        Class<?> target,
        ValueInstantiator instantiator,
        JsonParser parser,
        String failure)
        throws IOException {
      note(parser, "A JSON object is needed here, not " + describe(parser.currentToken()) + ".");
      parser.skipChildren();
      return null;
    }

    @Override
    public Object handleInstantiationProblem(
        DeserializationContext context, Class<?> target, Object argument, Throwable failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      problems.add(problem(pointer(context.getParser()), cause));
      return null;
    }

    @Override
    public JavaType handleUnknownTypeId(
        DeserializationContext context,
        JavaType base,
        String id,
        TypeIdResolver resolver,
        String failure)
        throws IOException {
      note(context.getParser(), "'" + id + "' is not known here: " + failure + ".");
      return context.constructType(Void.class);
    }

    private static String describe(JavaType type) {
      if (type.isCollectionLikeType()) {
        return "list";
      }
      return type.getRawClass() == String.class ? "text" : "JSON object";
    }

    private static String describe(JsonToken token) {
      return switch (token) {
        case START_ARRAY -> "a list";
        case START_OBJECT -> "an object";
        case VALUE_STRING -> "text";
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
        case VALUE_TRUE, VALUE_FALSE -> "true or false";
        default -> "this";
      };
    }
  }
}
