package dev.assay.cli;

import dev.assay.model.Json;
import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Recipes in files: the same JSON that REST takes. */
final class RecipeFile {
  private RecipeFile() {}

  static <T> T read(Path file, Class<T> type) {
    try {
      return Json.readRequest(Files.readString(file), type);
    } catch (NoSuchFileException e) {
      throw new UserError(UserError.Kind.NOT_FOUND, "There is no file " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new UserError(UserError.Kind.INVALID, file + " is not JSON in UTF-8.", e);
    } catch (IOException e) {
      throw new UserError(UserError.Kind.INVALID, file + " cannot be read: check its rights.", e);
    }
  }

  static void write(Path file, Object recipe) {
    try {
      Files.writeString(file, Json.pretty(recipe) + "\n");
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.INVALID,
          file + " cannot be written: check that its folder exists and may be written to.",
          e);
    }
  }
}
