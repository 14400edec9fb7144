package dev.assay.pollution;

import static dev.assay.pollution.CleanTables.day;
import static dev.assay.pollution.CleanTables.money;
import static dev.assay.pollution.CleanTables.pick;
import static dev.assay.pollution.CleanTables.table;

import java.time.format.DateTimeFormatter;
import java.util.List;

/** Tables in languages that were long written in encodings of their own. */
final class LanguageTables {
  private LanguageTables() {}

  static List<CleanTable> all() {
    return List.of(french(), invoices(), russian(), japanese(), simplified(), traditional());
  }

  private static CleanTable french() {
    return table(
        "french",
        "nttdn",
        "numéro,prénom,ville,né le,crédit",
        60,
        random ->
            List.of(
                "" + random.nextInt(10_000),
                pick(random, "André", "Zoë", "François", "Hélène", "Noël", "Jérôme", "Maïté"),
                pick(random, "Besançon", "Orléans", "Nîmes", "Saint-Étienne", "Bézier, vieux port"),
                day(random).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")),
                money(random, 900)));
  }

  private static CleanTable invoices() {
    return table(
        "invoices",
        "ctnd",
        "No.,Description,Price,Due",
        40,
        random ->
            List.of(
                "INV-" + (1000 + random.nextInt(9000)),
                pick(
                    random,
                    "Customer’s own “blue” door",
                    "Café table – small",
                    "Deposit €50, returnable",
                    "Müller’s bread…",
                    "Work • three hours"),
                money(random, 700),
                day(random).toString()));
  }

  private static CleanTable russian() {
    return table(
        "russian",
        "nttdn",
        "номер,имя,город,дата,сумма",
        50,
        random ->
            List.of(
                "" + random.nextInt(10_000),
                pick(random, "Анна Иванова", "Пётр Смирнов", "Ольга Кузнецова", "Иван Соколов"),
                pick(random, "Москва", "Казань", "Нижний Новгород", "Томск", "Тверь, центр"),
                day(random).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")),
                money(random, 5000)));
  }

  private static CleanTable japanese() {
    return table(
        "japanese",
        "ntttdn",
        "番号,氏名,都市,備考,日付,金額",
        50,
        random ->
            List.of(
                "" + random.nextInt(10_000),
                pick(random, "佐藤 太郎", "鈴木 花子", "高橋 健一", "田中 さくら"),
                pick(random, "東京", "大阪", "横浜", "札幌", "表参道"),
                pick(random, "ソフトウェアの購入", "予約済み", "カタログを送る", "能登の支店"),
                day(random).toString(),
                "" + random.nextInt(90_000)));
  }

  private static CleanTable simplified() {
    return table(
        "simplified",
        "ntttdn",
        "编号,姓名,城市,说明,日期,金额",
        50,
        random ->
            List.of(
                "" + random.nextInt(10_000),
                pick(random, "王伟", "李娜", "张敏", "刘洋", "陈静"),
                pick(random, "北京", "上海", "广州", "成都", "西安"),
                pick(random, "已付款的订单", "等待确认", "退货处理中", "客户要求发票"),
                day(random).toString(),
                money(random, 8000)));
  }

  private static CleanTable traditional() {
    return table(
        "traditional",
        "ntttdn",
        "編號,姓名,城市,說明,日期,金額",
        50,
        random ->
            List.of(
                "" + random.nextInt(10_000),
                pick(random, "陳怡君", "林志明", "黃淑芬", "張家豪", "許功蓋"),
                pick(random, "臺北", "高雄", "臺中", "香港", "新竹"),
                pick(random, "已付款的訂單", "等待確認", "退貨處理中", "客戶要求發票"),
                day(random).toString(),
                money(random, 8000)));
  }
}
