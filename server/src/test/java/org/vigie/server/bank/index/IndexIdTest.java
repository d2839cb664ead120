package org.vigie.server.bank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IndexIdTest {
  @Property
  void id_ofAnyParts_givesThemBack(
      @ForAll @IntRange(max = 8_191) int bank,
      @ForAll @LongRange(max = 68_719_476_735L) long member,
      @ForAll @IntRange(max = 16_383) int slot) {
    long id = IndexId.of(bank, member, slot);

    assertThat(id).isNotNegative();
    assertThat(IndexId.bank(id)).isEqualTo(bank);
    assertThat(IndexId.member(id)).isEqualTo(member);
    assertThat(IndexId.slot(id)).isEqualTo(slot);
  }

  @ParameterizedTest
  @CsvSource({"8192,0,0", "0,68719476736,0", "0,0,16384", "-1,0,0", "0,-1,0", "0,0,-1"})
  void id_ofAPartThatDoesNotFit_isRefused(int bank, long member, int slot) {
    assertThatThrownBy(() -> IndexId.of(bank, member, slot))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
