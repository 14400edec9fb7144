package dev.assay.web;

import dev.assay.model.Sentence;

/** What is said of requests that are none of this server's. */
enum Sentences implements Sentence {
  UPLOAD_TOO_LARGE(
      "This server takes uploads of up to {megabytes} MB: start it with a larger"
          + " --max-upload, or add the file with 'assay add FILE'."),
  UPLOAD_BROKE_OFF("The upload broke off or is no form: send it again."),
  UPLOAD_DISK_FULL("The disk is full: make room and upload the file again."),
  UPLOAD_ONE_FILE("Send one file, not several."),
  TOKEN_FOR_PATHS(
      "Only a caller with this workspace's token may name a file by its path; upload the"
          + " file as the part 'file' of a form instead."),
  TOKEN_FOR_MACHINE(
      "Only a caller with this workspace's token may connect to a database that is a"
          + " file of this machine or by a driver of one's own; use 'assay add' instead."),
  TOKEN_FOR_QUERIES(
      "Only a caller with this workspace's token may run a query with the password that"
          + " is kept for a connection; name its tables instead, or use 'assay add'."),
  TOKEN_FOR_GOOGLE(
      "Only a caller with this workspace's token may use the credentials for Google of"
          + " this machine; give a service account's key as the secret, or use 'assay add'."),
  TOKEN_FOR_MODEL_SETUP(
      "Only a caller with this workspace's token may set up a language model; use 'assay"
          + " model' instead."),
  TOKEN_FOR_EGRESS(
      "Only a caller with this workspace's token may read what was sent to a language"
          + " model; use 'assay egress' instead."),
  TOKEN_FOR_MODEL(
      "Only a caller with this workspace's token may have a language model asked; use"
          + " 'assay suggest' instead.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
