package dev.assay.semantic;

import dev.assay.model.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the words of a column's name say about its values, in a few languages. */
public final class NameWords {
  /** Names of things that are never summed, wherever the word stands. */
  public static final Set<String> LABELS =
      words(
          """
          zip zipcode postcode postal plz cep phone telephone tel telefone telefon fax mobile
          cell celular iban bic vat ssn ean upc isbn issn gtin cpf cnpj barcode uuid guid hash
          ip pin fips imei imdb
          """);

  public static final Set<String> COORDINATES =
      words(
          """
          latitude longitude lat lon lng long altitude elevation easting northing eastings northings
          """);

  /** Heads of names that identify a thing. */
  public static final Set<String> IDENTIFIERS =
      words(
          """
          id ids key pk fk sk identifier nr no num number nummer numero code codigo sku ref
          reference referencia folio expediente protocolo matricula placa account index idx row line serial license licence version seq sequence
          token handle email username login url link
          """);

  /**
   * What stands before a glued "id", as in {@code custid}; {@code paid} and {@code grid} do not.
   */
  private static final Set<String> GLUED =
      words(
          """
          cust customer user order product prod item acct account client store shop employee
          emp session transaction txn trans invoice ticket patient student member row record
          visitor movie film event device company vendor supplier person player team
          """);

  public static final Set<String> PEOPLE =
      words(
          """
          customer cust client cliente user buyer member account patient student employee
          subscriber visitor guest passenger player email vendor supplier seller kunde shopper
          donor person contact author autor recruiter teacher professor instructor coach nurse
          vet owner agent agente operator technician driver conductor motorista responsible
          responsavel responsable
          """);

  public static final Set<String> YEARS =
      words(
          """
          year yr jahr ano annee anno jaar
          """);

  public static final Set<String> CALENDAR_PARTS =
      words(
          """
          month mes monat mois day weekday hour week quarter dow
          """);

  /** Amounts of which the sum over rows means something. */
  public static final Set<String> SUMMABLE =
      words(
          """
          amount amt total revenue sales sale quantity qty count cnt cost costs profit income
          spend spent turnover value subtotal tax discount fee fees shipping freight units
          volume payment payments paid salary wage budget expense expenses earnings gross net
          donation deaths injured cases clicks views visits impressions sessions orders
          downloads goals votes visitas hours minutes seconds tips tip fare refund refunds charge
          charges commission bytes betrag umsatz menge anzahl kosten valor quantidade receita
          custo monto importe cantidad montant quantite credits debits credit debit
          vendas venda ventas venta faturamento facturacion ingresos ingreso receitas lucro
          ganancia despesa despesas gasto gastos quantidades cantidades unidades descuento
          """);

  /** Units of what flows and is used up: what was used in two rows adds up, whatever the name. */
  public static final Set<String> FLOWS =
      words(
          """
          wh kwh mwh gwh therm therms litre litres liter liters litro litros gallon gallons galon
          galones galao galoes tonne tonnes ton tons tonelada toneladas kilos quilos barrels
          barriles barris bushels
          """);

  /** Amounts that describe one thing and are averaged, never summed. */
  public static final Set<String> AVERAGED =
      words(
          """
          price preis preco precio prix rate ratio percent percentage pct share per unit
          average avg mean median score rating stars rank age temperature temp height weight
          width length depth speed density pressure humidity balance stock inventory population
          margin probability level grade gpa ibu abv ph size area distance duration latency
          taxa tasa porcentagem percentual porcentaje idade edad temperatura nota avaliacao
          puntuacion calificacion media promedio estoque existencias inventario nivel peso altura
          populacao poblacion
          saldo solde kontostand saldi quota size ounces horsepower mpg efficiency factor conversion std deviation variance
          experience experiencia years anos speed velocity velocidad velocidade altitude elevation
          min max odometer odometro hodometro cumulative accumulated acumulado acumulada
          """);

  /** Names of columns that sort rows into few groups people ask for. */
  public static final Set<String> CATEGORIES =
      words(
          """
          status type category country region method channel segment gender class state brand
          department product plan source group city market currency priority stage tier style
          kind store territory division genre language platform device industry sector
          categoria estado pais cidade ciudad regiao canal tipo marca departamento
          """);

  /** Levels: at one moment they add up, but what was there yesterday is not there twice today. */
  public static final Set<String> LEVELS =
      words(
          """
          balance stock inventory population saldo saldos solde kontostand saldi estoque
          existencias inventario populacao poblacion habitantes bestand occupancy backlog
          outstanding
          """);

  /** The same, where a table says the figure again for each period; else they count. */
  public static final Set<String> HEADCOUNTS =
      words(
          """
          headcount employees staff members subscribers followers residents inhabitants
          funcionarios empleados plantilla assinantes suscriptores seguidores level nivel
          capacity onhand
          """);

  /** Amounts of money, where the values have digits after the point. */
  public static final Set<String> MONEY =
      words(
          """
          amount amt revenue sales sale cost costs profit income spend spent turnover value
          price preis preco precio prix salary wage budget expense expenses earnings gross net
          fee fees tax tip tips fare refund refunds charge charges commission betrag umsatz
          kosten valor receita custo monto importe montant balance saldo payment payments paid
          freight subtotal total discount vendas venda ventas venta faturamento facturacion
          ingresos ingreso receitas lucro ganancia despesa despesas gasto gastos descuento
          """);

  /** How many of a thing. */
  public static final Set<String> QUANTITIES =
      words(
          """
          quantity qty units pieces menge anzahl quantidade cantidad quantite unidades
          """);

  /** What one of a thing costs. */
  public static final Set<String> PRICES =
      words(
          """
          price preis preco precio prix
          """);

  /** Parts of a whole. */
  public static final Set<String> SHARES =
      words(
          """
          percent percentage pct rate ratio share quota margin conversion taxa tasa porcentagem
          percentual porcentaje
          """);

  /** Columns that say in what an amount beside them is counted. */
  public static final Set<String> CURRENCY_COLUMNS =
      words(
          """
          currency moeda moneda divisa devise waehrung wahrung ccy
          """);

  /** Times at which somebody touched the record, not at which the thing happened. */
  public static final Set<String> AUXILIARY_TIMES =
      words(
          """
          updated modified changed deleted loaded ingested synced imported exported birth born
          birthday dob birthdate expiry expires expired expiration due valid until archived etl
          insert inserted atualizado actualizado modificado nascimento nacimiento
          """);

  /** Words for a sort of things: types of rooms are no rooms. */
  public static final Set<String> KINDS =
      words(
          """
          type kind category class group status state level tier segment
          tipo tipos categoria clase classe grupo situacao situacion estado nivel
          """);

  /** Units that stand in names of columns. */
  public static final Set<String> UNIT_NAMES =
      words(
          """
          usd eur gbp brl chf jpy cad aud cents dollars euros in kg km
          """);

  private NameWords() {}

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }

  /** The lower-case words of a name. */
  public static List<String> of(String name) {
    return Arrays.stream(Slug.of(name, "").split("_")).filter(word -> !word.isEmpty()).toList();
  }

  public static boolean any(List<String> words, Set<String> set) {
    return words.stream().anyMatch(set::contains);
  }

  /** Whether a word names somebody. */
  public static boolean isPerson(String word) {
    return PEOPLE.contains(word);
  }

  /** Whether a time column says when somebody touched the record, not when the thing happened. */
  public static boolean isAuxiliaryTime(String name) {
    return any(of(name), AUXILIARY_TIMES);
  }

  public static boolean isIdentifier(List<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    String head = words.getLast();
    if (words.contains("of")) {
      return false;
    }
    return IDENTIFIERS.contains(head)
        || words.getFirst().matches("id|cod|codigo")
        || (head.endsWith("id") && GLUED.contains(head.substring(0, head.length() - 2)));
  }

  /** A name without its units and without the word that makes it an identifier, for titles. */
  public static String subject(String name) {
    List<String> words = of(name);
    List<String> kept =
        words.stream()
            .filter(word -> !UNIT_NAMES.contains(word))
            .filter(word -> words.size() == 1 || !word.equals("id") && !word.equals("key"))
            .toList();
    return kept.isEmpty() ? Slug.of(name, "value") : String.join("_", kept);
  }

  /** The plural that English gives most words. */
  public static String plural(String word) {
    if (word.endsWith("s") || word.isEmpty()) {
      return word;
    }
    if (word.endsWith("y")
        && word.length() > 1
        && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word.matches(".*(x|ch|sh|z)") ? word + "es" : word + "s";
  }

  /** The singular of an English plural; other words stay as they are. */
  public static String singular(String word) {
    if (word.length() < 4 || word.matches(".*(ss|us|is)")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.length() == 4 || word.equals("movies") || word.equals("cookies")
          ? word.substring(0, word.length() - 1)
          : word.substring(0, word.length() - 3) + "y";
    }
    if (word.matches(".*(xes|ches|shes|sses|zes)")) {
      return word.substring(0, word.length() - 2);
    }
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }
}
