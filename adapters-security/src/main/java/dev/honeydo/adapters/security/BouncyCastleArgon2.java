package dev.honeydo.adapters.security;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id as Bouncy Castle computes it.
 *
 * <p>A hash works on {@code memoryKib} blocks of 1 KiB. Each thread keeps the blocks of its last
 * hash, wiped, and works on them again: without that every login would leave 19 MiB to the garbage
 * collector. What a hash needs beyond the usual cost is allocated and let go.
 */
final class BouncyCastleArgon2 implements Argon2 {
  /** How many blocks Bouncy Castle works with besides the memory itself. */
  private static final int SCRATCH_BLOCKS = 4;

  private final ThreadLocal<FixedBlockPool> blocks;

  BouncyCastleArgon2(Argon2Cost usual) {
    int kept = usual.memoryKib() + SCRATCH_BLOCKS;
    this.blocks = ThreadLocal.withInitial(() -> new FixedBlockPool(kept));
  }

  @Override
  public byte[] tag(byte[] password, byte[] salt, Argon2Cost cost, int length) {
    return tag(
        password,
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt),
        length);
  }

  byte[] tag(byte[] password, Argon2Parameters.Builder parameters, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters.withBlockPool(blocks.get()).build());
    byte[] tag = new byte[length];
    generator.generateBytes(password, tag);
    return tag;
  }
}
