package dev.assay.pollution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.pollution.Pollution.Group;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The truth beside a file is really in it, and a score falls with everything that is lost. */
class TruthTest {
  /** What a reader of well-formed files needs to be told but not to guess. */
  private static final Set<Group> WELL_FORMED =
      EnumSet.of(
          Group.ROWS,
          Group.VALUES,
          Group.HEADER,
          Group.DELIMITER,
          Group.QUOTING,
          Group.TRAILING,
          Group.LINES,
          Group.ENCODING);

  @Test
  void anotherReaderThatIsToldEverythingRecoversTheTruth() {
    int checked = 0;
    for (PollutedFile file : PollutedFile.all()) {
      if (file.pollutions().stream().allMatch(one -> WELL_FORMED.contains(one.group()))) {
        Score score = read(file);
        assertThat(score.record()).as(file.name()).isEqualTo(1);
        assertThat(score.cell()).as(file.name()).isEqualTo(1);
        assertThat(score.header()).as(file.name()).isIn(1.0, Double.NaN);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(200);
  }

  @Test
  void everyPollutionStandsAloneSomewhereAndOneFileIsNeverMadeTwice() {
    Set<String> alone =
        PollutedFile.all().stream()
            .filter(file -> file.pollutions().size() == 1)
            .map(file -> file.pollutions().getFirst().name())
            .collect(Collectors.toSet());
    assertThat(Pollution.all()).extracting(Pollution::name).doesNotHaveDuplicates();
    assertThat(alone)
        .containsExactlyInAnyOrderElementsOf(
            Pollution.all().stream().map(Pollution::name).toList());
  }

  @Test
  void theSameFilesAreMadeEachTime() {
    List<PollutedFile> first = PollutedFile.all();
    List<PollutedFile> second = PollutedFile.all();
    assertThat(second)
        .extracting(PollutedFile::name)
        .isEqualTo(first.stream().map(PollutedFile::name).toList());
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).bytes()).as(first.get(i).name()).isEqualTo(first.get(i).bytes());
    }
  }

  @Test
  void whatIsLostMadeUpOrMisplacedCosts() {
    Truth truth =
        new Truth(
            true,
            List.of(Set.of("a"), Set.of("b", "b 2")),
            List.of(
                List.of(List.of("1", "2")),
                List.of(List.of("3", ""), List.of("3", "x")),
                List.of(List.of("5", "6"))));
    List<String> header = List.of("a", "b 2");
    List<String> one = List.of("1", "2");
    List<String> two = List.of("3", "x");
    List<String> three = List.of("5", "6");
    assertThat(Score.of(truth, header, List.of(three, two, one))).isEqualTo(new Score(1, 1, 1));

    Score lost = Score.of(truth, List.of("a"), List.of(one, two));
    assertThat(lost.header()).isEqualTo(2.0 / 3);
    assertThat(lost.record()).isEqualTo(0.8);
    assertThat(lost.cell()).isEqualTo(0.8);

    Score madeUp = Score.of(truth, header, List.of(one, two, three, three));
    assertThat(madeUp.record()).isCloseTo(6.0 / 7, within(1e-9));

    Score misplaced = Score.of(truth, header, List.of(one, two, List.of("6", "5")));
    assertThat(misplaced.record()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(misplaced.cell()).isCloseTo(2.0 / 3, within(1e-9));

    assertThat(Score.of(truth, List.of(), List.of())).isEqualTo(Score.NOTHING);
    Truth nothing = new Truth(true, List.of(), List.of());
    assertThat(Score.of(nothing, List.of(), List.of())).isEqualTo(new Score(1, 1, 1));
    assertThat(Score.of(nothing, List.of("a"), List.of(one))).isEqualTo(Score.NOTHING);
  }

  private static Score read(PollutedFile file) {
    Draft draft = file.draft();
    String text = new String(file.bytes(), draft.charset);
    List<List<String>> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(draft.delimiter)
            .quoteCharacter(draft.quote == null ? '\u0007' : draft.quote)
            .allowExtraFields(true)
            .ofCsvRecord(draft.mark ? text.substring(1) : text)) {
      reader.forEach(record -> records.add(record.getFields()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    int headers = draft.headerRows.size();
    List<String> header = new ArrayList<>();
    for (int i = 0; i < (headers == 0 ? 0 : draft.columns()); i++) {
      int column = i;
      header.add(
          records.subList(0, headers).stream()
              .map(row -> row.get(column))
              .filter(part -> headers == 1 || !part.isEmpty())
              .collect(Collectors.joining(" ")));
    }
    return Score.of(file.truth(), header, records.subList(headers, records.size()));
  }
}
