package dev.honeydo.adapters.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;

/** Tells a write that a unique index refused (code 11000) from any other that failed. */
final class DuplicateKey {
  private DuplicateKey() {}

  /** Rethrows what is something else. */
  static void check(MongoServerException e) {
    if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
      throw e;
    }
  }

  /**
   * Whether it was the index of that name. Servers name it in the text alone: {@code E11000
   * duplicate key error collection: db.users index: email_key dup key: ...}; what comes behind it
   * is the client's to choose.
   */
  static boolean isOf(MongoWriteException e, String index) {
    String text = e.getError().getMessage();
    int at = text.indexOf(" index: ");
    return at >= 0 && text.startsWith(index + " ", at + " index: ".length());
  }
}
