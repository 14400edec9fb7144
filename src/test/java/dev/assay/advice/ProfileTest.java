package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.Work;
import dev.assay.model.ColumnProfile;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import dev.assay.model.Profile;
import dev.assay.model.UserError;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  @Test
  void countsEveryRowOfAShortTable() {
    Profile profile = bronze.land("size", Arrays.asList("10", "", null, "10", "7", "12")).profile();
    assertThat(profile.rowCount()).isEqualTo(6);
    assertThat(profile.profiledRows()).isEqualTo(6);
    ColumnProfile column = profile.columns().getFirst();
    assertThat(column.missing()).isEqualTo(1);
    assertThat(column.empty()).isEqualTo(1);
    assertThat(column.distinct()).isEqualTo(4);
    assertThat(column.min()).isEmpty();
    assertThat(column.max()).isEqualTo("7");
    assertThat(column.minLength()).isZero();
    assertThat(column.maxLength()).isEqualTo(2);
    assertThat(column.topValues().getFirst()).isEqualTo(new ValueCount("10", 2));
    assertThat(column.shapes().getFirst()).isEqualTo(new ValueCount("99", 3));
    assertThat(column.type()).isEqualTo(ColumnType.Simple.INTEGER);
    assertThat(column.numeric().min()).isEqualTo(7);
    assertThat(column.numeric().max()).isEqualTo(12);
    assertThat(column.numeric().mean()).isEqualTo(9.75);
    assertThat(column.numeric().median()).isEqualTo(10);
  }

  @Test
  void measuresALongTableOnAllRows() {
    List<String> texts = IntStream.range(0, 50_000).mapToObj(i -> "" + (1_000_000 + i)).toList();
    ColumnProfile column = bronze.land("n", texts).profile().columns().getFirst();
    assertThat(column.count()).isEqualTo(50_000);
    assertThat(column.distinct()).isBetween(45_000L, 50_000L);
    assertThat(column.min()).isEqualTo("1000000");
    assertThat(column.max()).isEqualTo("1049999");
    assertThat(column.numeric().count()).isEqualTo(50_000);
    assertThat(column.numeric().mean()).isEqualTo(1_024_999.5);
    assertThat(column.numeric().median()).isBetween(1_020_000.0, 1_030_000.0);
  }

  @Test
  void readsSumsAsTheirWordsAndTheFileWriteThem() {
    List<String> yen =
        List.of("25万円", "120万円", "9800円", "7500円", "9900円", "5200円", "8000円", "4100円");
    List<String> crowns = List.of("3 milj. kr", "2,5 milj. kr", "0,75 milj. kr", "12 milj. kr");
    List<String> marks = List.of("950,-", "1500,-", "1.200,-", "80,-");
    List<List<String>> rows =
        IntStream.range(0, 40)
            .mapToObj(i -> List.of(yen.get(i % 8), crowns.get(i % 4), marks.get(i % 4)))
            .toList();
    Profile words = bronze.land(List.of("円", "belopp", "Preis"), rows).profile();
    assertThat(words.columns())
        .extracting(column -> column.numeric().max())
        .containsExactly(1_200_000.0, 12_000_000.0, 1500.0);
    assertThat(words.columns())
        .extracting(column -> column.numeric().min())
        .containsExactly(4100.0, 750_000.0, 80.0);
    List<String> euros = List.of("€ 102.345", "€ 98.120", "€ 87.500", "€ 110.250");
    Profile points =
        bronze
            .land(
                List.of("spot", "price"),
                IntStream.range(0, 40)
                    .mapToObj(i -> List.of(euros.get(i % 4), (i + 1) + "." + (11 + i)))
                    .toList())
            .profile();
    assertThat(points.columns().getFirst().numeric().max()).isEqualTo(110.25);
    Profile alone = bronze.land("spot", euros).profile();
    assertThat(alone.columns().getFirst().numeric().max()).isEqualTo(110_250.0);
  }

  @Test
  void profilesAWideTable() {
    List<String> columns = IntStream.range(0, 400).mapToObj(i -> "c" + i).toList();
    Profile profile =
        bronze
            .land(columns, List.of(Collections.nCopies(400, "1"), Collections.nCopies(400, "2")))
            .profile();
    assertThat(profile.columns())
        .hasSize(400)
        .allSatisfy(column -> assertThat(column.distinct()).isEqualTo(2));
  }

  @Test
  void profilesATableWithoutRows() {
    ColumnProfile column = bronze.land("n", List.of()).profile().columns().getFirst();
    assertThat(column.count()).isZero();
    assertThat(column.min()).isNull();
    assertThat(bronze.suggest().columns()).hasSize(1);
  }

  @Test
  void saysThatThereIsNoTable() {
    assertThatThrownBy(() -> bronze.profiler.measure("bronze_nothing_raw", null, Work.unwatched()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("bronze_nothing_raw");
  }
}
