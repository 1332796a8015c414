package dev.honeydo.adapters.mongo;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;

/** Tells failures apart. */
final class Failures {
  private Failures() {}

  /** Whether there was no server to do it, or none in time: what passes without an operator. */
  static boolean areOfNoServer(Throwable e) {
    return e instanceof MongoTimeoutException
        || e instanceof MongoSocketException
        || e instanceof MongoNotPrimaryException
        || e instanceof MongoNodeIsRecoveringException
        || e instanceof MongoConnectionPoolClearedException
        || (e.getCause() instanceof MongoException cause && areOfNoServer(cause));
  }
}
