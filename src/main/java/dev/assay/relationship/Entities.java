package dev.assay.relationship;

import dev.assay.semantic.NameWords;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What tables and keys are named after, in a few languages: words for the same thing are equal. */
final class Entities {
  /** Say that a column is a key, not of what. */
  static final Set<String> KEY_WORDS =
      words(
          """
          id ids key pk fk sk bk identifier nr no num number nummer numero code codigo cod ref uuid
          guid fkey idx hk rid
          """);

  /** Identify a thing by themselves, whatever table they stand in. */
  static final Set<String> IDENTIFYING =
      words(
          """
          sku email iban isbn issn ean upc gtin vin ticker symbol iata icao username login ssn cpf
          cnpj nif barcode asin imdb doi orcid lei isin cusip
          """);

  /** What a thing is called, by which others may name it. */
  static final Set<String> LABELS =
      words(
          """
          name title label description bezeichnung nombre nome nom titel titulo
          descripcion descricao
          """);

  /** Number what stands in a file, not what it is about. */
  private static final Set<String> POSITIONS =
      words(
          """
          row line seq sequence index position pos record entry page version rank load batch serial
          zeile fila linha linea ligne posicion posicao
          """);

  /** Tables of days. */
  static final Set<String> CALENDARS =
      words(
          """
          calendar date day dates days kalender calendario calendrier time period datum fecha
          """);

  /** What a row of the same table may be to another. */
  static final Set<String> KIN =
      words(
          """
          parent manager supervisor boss superior previous prev original root predecessor leader
          chef chefe jefe padre pai vorgesetzter uebergeordnet pere reports
          """);

  /** What somebody is who works there. */
  static final Set<String> ROLES =
      words(
          """
          rep representative agent manager supervisor salesperson seller owner assignee author
          creator editor approver reviewer handler clerk teacher instructor driver technician
          assigned created updated approved vendedor verkaeufer berater betreuer responsable
          responsavel
          """);

  /** Words for tables of those who work there or log in. */
  private static final Set<String> STAFF =
      words(
          """
          employee emp staff user worker person people personnel mitarbeiter empleado funcionario
          employe agent account member
          """);

  private static final Set<String> NOISE =
      words(
          """
          raw stg staging src source dim dimension fact fct tbl table tab data export exports
          extract list liste lista master mst ref reference clean cleaned silver bronze landing
          file dataset records record rows csv full all new old final copy current latest view vw
          stammdaten
          """);

  /** Each line is one thing. */
  private static final List<Set<String>> ALIKE =
      """
      customer cust client cliente kunde customer user buyer shopper kaeufer acheteur comprador
      product prod item produto producto produkt artikel article articulo artigo produit sku
      order pedido bestellung auftrag commande orden encomenda
      employee emp mitarbeiter empleado funcionario employe staff
      supplier vendor lieferant proveedor fornecedor fournisseur
      invoice rechnung factura fatura facture bill
      account acct konto cuenta conta compte
      category categoria kategorie categorie cat
      country pais land pays nation
      city ciudad cidade stadt ville
      region regiao regione
      store shop tienda loja filiale laden magasin branch
      payment pago pagamento zahlung paiement
      department dept abteilung departamento departement
      company empresa firma unternehmen entreprise organization organisation org
      warehouse whse lager almacen armazem entrepot
      transaction txn trans transaccion transacao transaktion
      student aluno alumno schueler etudiant
      patient paciente
      vehicle fahrzeug vehiculo veiculo vehicule
      project projekt proyecto projeto projet
      location loc standort ubicacion local
      currency ccy waehrung moneda moeda
      """
          .strip()
          .lines()
          .map(line -> words(line))
          .toList();

  /** How plurals end, and what then takes the place of that. */
  private static final Map<String, String> PLURALS =
      Map.of(
          "s", "", "es", "", "n", "", "en", "", "e", "", "er", "", "ies", "y", "oes", "ao", "is",
          "l");

  private Entities() {}

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.strip().split("\\s+")));
  }

  /** What a table is named after: its words without what only says where it comes from. */
  static List<String> table(String sourceId, String originId) {
    List<String> words = letters(NameWords.of(sourceId));
    List<String> origin = letters(NameWords.of(originId));
    int from = 0;
    if (!sourceId.equals(originId)) {
      while (from < words.size() - 1
          && from < origin.size()
          && words.get(from).equals(origin.get(from))) {
        from++;
      }
    }
    List<String> rest = words.subList(from, words.size());
    List<String> kept = rest.stream().filter(word -> !NOISE.contains(word)).toList();
    return kept.isEmpty() ? rest : kept;
  }

  private static List<String> letters(List<String> words) {
    return words.stream().filter(word -> word.matches("\\p{L}+")).toList();
  }

  /**
   * A word with what it may be a form of.
   *
   * @param singulars what it would be the plural of, itself included
   * @param concepts lines of {@link #ALIKE}
   */
  private record Word(Set<String> singulars, Set<Integer> concepts) {}

  /** Names repeat: a workspace of a hundred tables has some hundred words. */
  private static final Map<String, Word> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 20_000;

  private static Word word(String text) {
    Word known = KNOWN.get(text);
    if (known == null) {
      Set<String> singulars = singulars(text);
      Set<Integer> concepts = new HashSet<>();
      for (int i = 0; i < ALIKE.size(); i++) {
        if (!Collections.disjoint(ALIKE.get(i), singulars)) {
          concepts.add(i);
        }
      }
      known = new Word(singulars, concepts);
      if (KNOWN.size() < MOST_KNOWN) {
        KNOWN.put(text, known);
      }
    }
    return known;
  }

  private static Set<String> singulars(String text) {
    Set<String> forms = new HashSet<>(List.of(text, NameWords.singular(text)));
    PLURALS.forEach((plural, singular) -> {
      String stem = text.substring(0, Math.max(0, text.length() - plural.length()));
      if (text.endsWith(plural) && stem.length() >= 3) {
        forms.add(stem + singular);
      }
    });
    return forms;
  }

  /** Whether two words name the same thing: in the plural, shortened or in another language. */
  static boolean same(String one, String other) {
    return isSameWord(one, other)
        || !Collections.disjoint(word(one).concepts(), word(other).concepts());
  }

  /** Whether two words are forms of one, not only words for the same thing. */
  static boolean isSameWord(String one, String other) {
    return one.equals(other)
        || word(one).singulars().contains(other)
        || word(other).singulars().contains(one);
  }

  /** Whether a table is named after those who work there or log in. */
  static boolean isStaff(String noun) {
    return !Collections.disjoint(STAFF, word(noun).singulars());
  }

  /** Whether a name only says where something stands. */
  static boolean isPosition(List<String> about) {
    return POSITIONS.containsAll(about);
  }

  /** Whether a name is but a word for a thing that has tables of its own, such as a store. */
  static boolean isThing(List<String> words) {
    return words.size() == 1 && !word(words.getFirst()).concepts().isEmpty();
  }

  /** Whether the last words of {@code phrase} are {@code tail}. */
  static boolean endsWith(List<String> phrase, List<String> tail) {
    int from = phrase.size() - tail.size();
    if (from < 0 || tail.isEmpty()) {
      return false;
    }
    for (int i = 0; i < tail.size(); i++) {
      if (!same(phrase.get(from + i), tail.get(i))) {
        return false;
      }
    }
    return true;
  }
}
