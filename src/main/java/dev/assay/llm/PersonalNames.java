package dev.assay.llm;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Column names that speak of people, in several languages. Only for what is told to a language
 * model, where one column too many does no harm.
 */
public final class PersonalNames {
  private static final Set<String> WORDS =
      Set.of(
          "email",
          "mail",
          "correo",
          "phone",
          "telephone",
          "telefone",
          "telefono",
          "tel",
          "mobile",
          "celular",
          "movil",
          "fax",
          "whatsapp",
          "surname",
          "firstname",
          "lastname",
          "fullname",
          "forename",
          "nickname",
          "sobrenome",
          "apellido",
          "apellidos",
          "nombre",
          "nome",
          "vorname",
          "nachname",
          "prenom",
          "nom",
          "person",
          "contact",
          "contato",
          "contacto",
          "birth",
          "born",
          "birthday",
          "dob",
          "nascimento",
          "nacimiento",
          "naissance",
          "geburtsdatum",
          "ssn",
          "passport",
          "pasaporte",
          "passaporte",
          "cpf",
          "rg",
          "dni",
          "nif",
          "nie",
          "curp",
          "iban",
          "card",
          "cartao",
          "tarjeta",
          "cvv",
          "address",
          "endereco",
          "direccion",
          "adresse",
          "anschrift",
          "street",
          "rua",
          "calle",
          "strasse",
          "rue",
          "ip",
          "login",
          "username",
          "password",
          "patient",
          "paciente",
          "employee",
          "salutation",
          "signature");

  private static final List<String> BESIDE_NAME =
      List.of(
          "first",
          "last",
          "full",
          "middle",
          "maiden",
          "given",
          "family",
          "customer",
          "client",
          "user",
          "owner",
          "member",
          "student",
          "patient",
          "employee",
          "author",
          "contact",
          "person",
          "guest",
          "passenger",
          "recipient",
          "sender",
          "buyer",
          "seller",
          "staff",
          "agent");

  private PersonalNames() {}

  public static boolean speakOfPeople(String column) {
    String plain =
        Normalizer.normalize(column, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
            .toLowerCase(Locale.ROOT);
    List<String> words = Arrays.asList(plain.split("[^\\p{L}\\p{N}]+"));
    return words.stream().anyMatch(WORDS::contains)
        || words.equals(List.of("name"))
        || (words.contains("name") && words.stream().anyMatch(BESIDE_NAME::contains));
  }
}
