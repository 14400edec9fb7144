package dev.assay.profile;

import dev.assay.model.ColumnType;
import dev.assay.model.MonthLanguage;
import dev.assay.profile.DateForm.Kind;
import dev.assay.profile.DateForm.Order;
import java.util.ArrayList;
import java.util.List;

/** What is said of dates: why they are read as they are, and what is asked about them. */
final class DateWords {
  private DateWords() {}

  static String because(ColumnType type, int formats, List<String> details) {
    String what =
        type == ColumnType.Simple.TIME
            ? "times of day"
            : type == ColumnType.Simple.DATE ? "dates" : "times";
    return "The values are "
        + what
        + (formats > 1 ? " in " + formats + " ways of writing" : "")
        + details.stream().map(detail -> "; " + detail).reduce("", String::concat)
        + ".";
  }

  /** What a reader must know of the reading, a clause each. */
  static List<String> details(
      List<DateForm> forms, List<MonthLanguage> languages, Integer pivot, boolean coarse) {
    List<String> details = new ArrayList<>();
    if (languages.stream().anyMatch(language -> language != MonthLanguage.EN)) {
      details.add(
          "months are named in "
              + String.join(" and ", languages.stream().map(MonthLanguage::title).toList()));
    }
    if (pivot != null) {
      details.add("years of two digits are read as " + DateChoice.years(pivot));
    }
    if (coarse) {
      boolean months = forms.stream().anyMatch(form -> form.kind() == Kind.MONTH);
      boolean quarters = forms.stream().anyMatch(form -> form.kind() == Kind.QUARTER);
      details.add(
          "each "
              + (months ? "month" : quarters ? "quarter" : "week")
              + " is read as its first day");
    }
    if (forms.stream().anyMatch(form -> form.kind() == Kind.EPOCH)) {
      details.add("numbers count from 1970 in UTC");
    }
    if (forms.stream().anyMatch(form -> form.kind() == Kind.SERIAL)) {
      details.add("numbers count the days of a spreadsheet from 1900");
    }
    return details;
  }

  /** Why the order is open. */
  static String doubt(List<DateOrders> orders) {
    List<DateOrders> open = orders.stream().filter(DateOrders::open).toList();
    List<String> sentences = new ArrayList<>();
    for (DateOrders style : open) {
      if (style.contradictory()) {
        sentences.add(
            style.fits().getOrDefault(Order.DAY_FIRST, 0L)
                + " dates have the day first, "
                + style.fits().getOrDefault(Order.MONTH_FIRST, 0L)
                + " the month first, and "
                + style.either()
                + " may be either.");
      } else if (style.possible().contains(Order.YEAR_FIRST)) {
        sentences.add("Dates " + style.written() + " may begin with the year.");
      } else if (orders.size() == 1) {
        sentences.add("Every date fits both day/month and month/day.");
      } else {
        sentences.add("Dates " + style.written() + " fit both day/month and month/day.");
      }
      if (style.hint() != null) {
        sentences.add(style.hint());
      }
    }
    orders.stream()
        .filter(style -> style.settled() != null)
        .map(style ->
            "Those " + style.written() + " are settled as " + style.settled().choice() + ".")
        .forEach(sentences::add);
    return String.join(" ", sentences);
  }

  static String orderQuestion(List<DateOrders> orders, List<Order> possible) {
    String styles =
        orders.stream().filter(DateOrders::open).count() < orders.size()
            ? " in those that are open"
            : "";
    if (possible.contains(Order.YEAR_FIRST)) {
      return "In which order do day, month and year come"
          + styles
          + ": "
          + String.join(" or ", possible.stream().map(Order::choice).toList())
          + "?";
    }
    return "Which comes first" + styles + ", the day (D/M) or the month (M/D)?";
  }
}
