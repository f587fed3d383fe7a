package org.chancery.query.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chancery.query.RandomHistories;
import org.chancery.query.precedent.Between.Kind;
import org.chancery.query.precedent.Pairs.Of;
import org.chancery.shared.PartyId;
import org.junit.jupiter.api.Test;

class PairsTest {
  private static final Of ALL = new Of(null, null);

  private static List<String> numbered(String name, int count) {
    return IntStream.range(0, count).mapToObj(number -> name + "-" + number).toList();
  }

  /** Officials by the number of the party they surely stand for; of 0 it is not known which. */
  private static Pairs pairs(int parties, List<Integer> officials) {
    Map<String, Set<PartyId>> of = new LinkedHashMap<>();
    for (int number = 0; number < officials.size(); number++) {
      int party = officials.get(number);
      of.put(
          "o-" + number, party == 0 ? Set.of() : Set.copyOf(RandomHistories.parties("p-" + party)));
    }
    return new Pairs(numbered("p", parties), of);
  }

  @Property
  void thereAreAsManyAsAreCounted(
      @ForAll @IntRange(max = 9) int parties,
      @ForAll @Size(max = 9) List<@IntRange(max = 3) Integer> officials) {
    Pairs pairs = pairs(parties, officials);
    for (Of asked : List.of(ALL, new Of("p-1", null), new Of(null, "o-1"), new Of("p-0", "o-0"))) {
      assertThat(pairs.of(asked)).hasSize(Math.toIntExact(pairs.count(asked)));
      assertThat(pairs.of(ALL)).containsAll(pairs.of(asked).toList());
      assertThat(pairs.of(asked))
          .allMatch(
              two ->
                  asked.isOfAll()
                      || List.of(two.one(), two.other())
                          .contains(two.kind() == Kind.PARTY ? asked.party() : asked.official()));
    }
  }

  /** A list of all of them would not fit into memory. */
  @Test
  void theFirstOfVeryManyAreMadeAlone() {
    int many = 200_000;
    Pairs pairs = new Pairs(numbered("p", many), Map.of());
    assertThat(pairs.of(ALL).limit(200)).hasSize(200);
    assertThat(pairs.count(ALL)).isEqualTo(many * (many - 1L) / 2);
  }
}
