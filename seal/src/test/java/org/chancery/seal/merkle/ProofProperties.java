package org.chancery.seal.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

@Tag("slow")
class ProofProperties {
  private static final int MOST = 70_000;
  private static final List<Hash> LEAVES =
      LongStream.range(0, MOST)
          .mapToObj(n -> TreeHash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(n).array()))
          .toList();
  private static final GrownTree TREE = new GrownTree(LEAVES);

  @Property(tries = 200)
  void aTreeGrownInStepsIsTheTreeHashedAtOnce(
      @ForAll @IntRange(max = 2_000) int first, @ForAll @IntRange(max = 2_000) int second) {
    GrownTree tree = new GrownTree(LEAVES.subList(0, first));
    tree.reload();
    tree.grow(LEAVES.subList(first, first + second));

    Hash root = TreeHash.root(LEAVES.subList(0, first + second));
    assertThat(tree.edge().root()).isEqualTo(root);
    assertThat(new Proofs(tree).root(first + second)).isEqualTo(root);
  }

  @Property(tries = 300)
  void eachLeafIsIncludedAndNoChangedBitIs(
      @ForAll @IntRange(min = 1, max = MOST) int size,
      @ForAll @IntRange(max = MOST) int anyIndex,
      @ForAll @IntRange(max = 100_000) int bit) {
    int index = anyIndex % size;
    Hash leaf = LEAVES.get(index);
    Hash root = new Proofs(TREE).root(size);
    List<Hash> path = new Proofs(TREE).inclusion(index, size);

    assertThat(Verification.includes(leaf, index, size, path, root)).isTrue();
    assertThat(Verification.includes(flip(leaf, bit), index, size, path, root)).isFalse();
    assertThat(Verification.includes(leaf, index, size, path, flip(root, bit))).isFalse();
    assertThat(Verification.includes(leaf, index, size + 1, longer(path), root)).isFalse();
    assertThat(Verification.includes(leaf, index, size, longer(path), root)).isFalse();
    if (size > 1) {
      assertThat(Verification.includes(leaf, (index + 1) % size, size, path, root)).isFalse();
      assertThat(Verification.includes(leaf, index, size, flip(path, bit), root)).isFalse();
      assertThat(Verification.includes(leaf, index, size, shorter(path), root)).isFalse();
    }
  }

  @Property(tries = 300)
  void eachTreeIsTheBeginningOfALaterOneAndNoChangedBitIs(
      @ForAll @IntRange(max = MOST) int one,
      @ForAll @IntRange(max = MOST) int other,
      @ForAll @IntRange(max = 100_000) int bit) {
    int from = Math.min(one, other);
    int to = Math.max(one, other);
    Hash old = new Proofs(TREE).root(from);
    Hash now = new Proofs(TREE).root(to);
    List<Hash> proof = new Proofs(TREE).consistency(from, to);

    assertThat(Verification.consistent(from, to, old, now, proof)).isTrue();
    assertThat(Verification.consistent(from, to, flip(old, bit), now, proof)).isFalse();
    assertThat(Verification.consistent(from, to, old, now, longer(proof))).isFalse();
    if (from > 0 && from < to) {
      assertThat(Verification.consistent(from, to, old, flip(now, bit), proof)).isFalse();
      assertThat(Verification.consistent(from, to, old, now, flip(proof, bit))).isFalse();
      assertThat(Verification.consistent(from, to, old, now, shorter(proof))).isFalse();
      assertThat(Verification.consistent(to, from, now, old, proof)).isFalse();
    }
  }

  private static Hash flip(Hash hash, int bit) {
    byte[] bytes = hash.bytes();
    bytes[bit / 8 % Hash.BYTES] ^= (byte) (1 << bit % 8);
    return Hash.of(bytes);
  }

  private static List<Hash> flip(List<Hash> path, int bit) {
    List<Hash> changed = new ArrayList<>(path);
    changed.set(bit % path.size(), flip(path.get(bit % path.size()), bit));
    return changed;
  }

  private static List<Hash> longer(List<Hash> path) {
    List<Hash> changed = new ArrayList<>(path);
    changed.add(TreeHash.empty());
    return changed;
  }

  private static List<Hash> shorter(List<Hash> path) {
    return path.subList(0, path.size() - 1);
  }
}
