package dev.assay.workspace;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts the secrets of connections with a key of the workspace's own, AES-256-GCM, each bound to
 * the connection that it belongs to. The key is made when it is first needed and lies in the
 * folder, for its owner alone: whoever copies the metadata without it has no secret.
 */
final class Secrets {
  private static final String FILE = "secrets.key";
  private static final String AGAIN =
      "or make the same connection once more with its password ('assay add' takes it from"
          + " ASSAY_PASSWORD).";

  private final Path folder;
  private Aead aead;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** The secret of a connection as it is kept. */
  String encrypt(String connection, String secret) {
    try {
      byte[] encrypted =
          aead(true).encrypt(secret.getBytes(StandardCharsets.UTF_8), bound(connection));
      return Base64.getEncoder().encodeToString(encrypted);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be encrypted", e);
    }
  }

  /** The secret of a connection; throws UserError where the key is lost or another one. */
  String decrypt(String connection, String kept) {
    try {
      byte[] decrypted = aead(false).decrypt(Base64.getDecoder().decode(kept), bound(connection));
      return new String(decrypted, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw lost(connection, "is not the one that it was encrypted with", e);
    }
  }

  private static byte[] bound(String connection) {
    return connection.getBytes(StandardCharsets.UTF_8);
  }

  private UserError lost(String connection, String what, Exception cause) {
    return new UserError(
        UserError.Kind.MACHINE,
        "The secret of the connection '"
            + connection
            + "' cannot be read, because "
            + folder.resolve(FILE)
            + " "
            + what
            + ": put that file back, "
            + AGAIN,
        cause);
  }

  private synchronized Aead aead(boolean make) {
    if (aead != null) {
      return aead;
    }
    Path file = folder.resolve(FILE);
    try {
      AeadConfig.register();
      KeysetHandle keys;
      if (Files.exists(file)) {
        keys = read(file);
      } else if (make) {
        keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        write(file, keys);
      } else {
        throw missing();
      }
      aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
      return aead;
    } catch (GeneralSecurityException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          "The key in "
              + file
              + " is damaged: put a copy of that file back, or delete it and connect once more with"
              + " the passwords.",
          e);
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          "The key in " + file + " cannot be used: mend the permissions of the folder.",
          e);
    }
  }

  private UserError missing() {
    return new UserError(
        UserError.Kind.MACHINE,
        "The secrets of this workspace cannot be read, because "
            + folder.resolve(FILE)
            + " is missing: put that file back, "
            + AGAIN);
  }

  private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        Files.readString(file), InsecureSecretKeyAccess.get());
  }

  /** Whole or not at all: half a key would lock every later secret out. */
  private static void write(Path file, KeysetHandle keys)
      throws IOException, GeneralSecurityException {
    String text = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    Path fresh = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(fresh);
    // Created with its mode, so that there is no moment in which others can read it.
    Files.createFile(fresh, HeldFolder.only(file, "rw-------"));
    Files.writeString(fresh, text, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
