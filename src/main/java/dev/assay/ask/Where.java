package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.sql.Dialect;

/**
 * Where answers are read: one transaction, with what routes questions in it.
 *
 * @param interpreter reads what might be asked next
 * @param kept what was read before
 */
record Where(
    Engine.Reader reader,
    Routing routing,
    Dialect dialect,
    Interpreter interpreter,
    KeptRows kept) {
  Answering answering(Asked asked) {
    return new Answering(asked, reader, dialect, interpreter, routing, kept);
  }
}
