package dev.honeydo.benchmarks.load;

import java.nio.ByteBuffer;

/** What is asked for, one request after the other. */
@FunctionalInterface
interface Requests {
  /** The bytes of the request of that number, to be read once. */
  ByteBuffer number(long index);
}
