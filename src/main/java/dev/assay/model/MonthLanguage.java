package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language in which months are named, with its full and its short names.
 *
 * <p>Names are in lower case and without accents; no name means two months, in one language or
 * across them.
 */
public enum MonthLanguage {
  EN(
      "English",
      "jan january",
      "feb february",
      "mar march",
      "apr april",
      "may",
      "jun june",
      "jul july",
      "aug august",
      "sep sept september",
      "oct october",
      "nov november",
      "dec december"),
  PT(
      "Portuguese",
      "jan janeiro",
      "fev fevereiro",
      "mar marco",
      "abr abril",
      "mai maio",
      "jun junho",
      "jul julho",
      "ago agosto",
      "set setembro",
      "out outubro",
      "nov novembro",
      "dez dezembro"),
  ES(
      "Spanish",
      "ene enero",
      "feb febrero",
      "mar marzo",
      "abr abril",
      "may mayo",
      "jun junio",
      "jul julio",
      "ago agosto",
      "sep sept set septiembre setiembre",
      "oct octubre",
      "nov noviembre",
      "dic diciembre"),
  FR(
      "French",
      "jan janv janvier",
      "fev fevr fevrier",
      "mar mars",
      "avr avril",
      "mai",
      "jun juin",
      "jul juil juillet",
      "aou aout",
      "sep sept septembre",
      "oct octobre",
      "nov novembre",
      "dec decembre"),
  DE(
      "German",
      "jan januar janner",
      "feb februar feber",
      "mar marz mrz maerz",
      "apr april",
      "mai",
      "jun juni",
      "jul juli",
      "aug august",
      "sep sept september",
      "okt oktober",
      "nov november",
      "dez dezember"),
  IT(
      "Italian",
      "gen genn gennaio",
      "feb febb febbraio",
      "mar marzo",
      "apr aprile",
      "mag maggio",
      "giu giugno",
      "lug luglio",
      "ago agosto",
      "set sett settembre",
      "ott ottobre",
      "nov novembre",
      "dic dicembre"),
  NL(
      "Dutch",
      "jan januari",
      "feb februari",
      "mrt maart",
      "apr april",
      "mei",
      "jun juni",
      "jul juli",
      "aug augustus",
      "sep sept september",
      "okt oktober",
      "nov november",
      "dec december"),
  PL(
      "Polish",
      "sty styczen stycznia",
      "lut luty lutego",
      "mar marzec marca",
      "kwi kwiecien kwietnia",
      "maj maja",
      "cze czerwiec czerwca",
      "lip lipiec lipca",
      "sie sierpien sierpnia",
      "wrz wrzesien wrzesnia",
      "paz pazdziernik pazdziernika",
      "lis listopad listopada",
      "gru grudzien grudnia"),
  CS(
      "Czech",
      "leden ledna",
      "unor unora",
      "brezen brezna",
      "duben dubna",
      "kveten kvetna",
      "cerven cervna",
      "cervenec cervence",
      "srpen srpna",
      "zari",
      "rijen rijna",
      "listopad listopadu",
      "prosinec prosince"),
  SV(
      "Swedish",
      "jan januari",
      "feb februari",
      "mar mars",
      "apr april",
      "maj",
      "jun juni",
      "jul juli",
      "aug augusti",
      "sep sept september",
      "okt oktober",
      "nov november",
      "dec december"),
  DA(
      "Danish",
      "jan januar",
      "feb februar",
      "mar marts",
      "apr april",
      "maj",
      "jun juni",
      "jul juli",
      "aug august",
      "sep sept september",
      "okt oktober",
      "nov november",
      "dec december"),
  NB(
      "Norwegian",
      "jan januar",
      "feb februar",
      "mar mars",
      "apr april",
      "mai",
      "jun juni",
      "jul juli",
      "aug august",
      "sep sept september",
      "okt oktober",
      "nov november",
      "des desember"),
  FI(
      "Finnish",
      "tammi tammikuu tammikuuta",
      "helmi helmikuu helmikuuta",
      "maalis maaliskuu maaliskuuta",
      "huhti huhtikuu huhtikuuta",
      "touko toukokuu toukokuuta",
      "kesa kesakuu kesakuuta",
      "heina heinakuu heinakuuta",
      "elo elokuu elokuuta",
      "syys syyskuu syyskuuta",
      "loka lokakuu lokakuuta",
      "marras marraskuu marraskuuta",
      "joulu joulukuu joulukuuta"),
  RO(
      "Romanian",
      "ian ianuarie",
      "feb februarie",
      "mar martie",
      "apr aprilie",
      "mai",
      "iun iunie",
      "iul iulie",
      "aug august",
      "sep sept septembrie",
      "oct octombrie",
      "nov noiembrie",
      "dec decembrie"),
  TR(
      "Turkish",
      "oca ocak",
      "sub subat",
      "mar mart",
      "nis nisan",
      "may mayıs mayis",
      "haz haziran",
      "tem temmuz",
      "agu agustos",
      "eyl eylul",
      "eki ekim",
      "kas kasım kasim",
      "ara aralık aralik"),
  RU(
      "Russian",
      "янв январь января",
      "фев февр февраль февраля",
      "мар март марта",
      "апр апрель апреля",
      "маи мая",
      "июн июнь июня",
      "июл июль июля",
      "авг август августа",
      "сен сент сентябрь сентября",
      "окт октябрь октября",
      "ноя нояб ноябрь ноября",
      "дек декабрь декабря"),
  UK(
      "Ukrainian",
      "січ січень січня",
      "лют лютии лютого",
      "бер березень березня",
      "кві квіт квітень квітня",
      "трав травень травня",
      "черв червень червня",
      "лип липень липня",
      "серп серпень серпня",
      "вер верес вересень вересня",
      "жовт жовтень жовтня",
      "лист листопад листопада",
      "груд грудень грудня");

  private final String title;
  private final List<List<String>> months;

  MonthLanguage(String title, String... months) {
    this.title = title;
    this.months = Arrays.stream(months).map(names -> List.of(names.split(" "))).toList();
  }

  /** What English calls it. */
  public String title() {
    return title;
  }

  /** Every way of writing each month, January first. */
  public List<List<String>> months() {
    return months;
  }

  /** The month from 1 that a word names, whatever its case and accents. */
  public Optional<Integer> month(String word) {
    String plain = plain(word);
    for (int i = 0; i < months.size(); i++) {
      if (months.get(i).contains(plain)) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /** A word in lower case and without accents. */
  public static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /** As recipes write it: {@code en}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static MonthLanguage parse(String code) {
    return valueOf(code.strip().toUpperCase(Locale.ROOT));
  }
}
