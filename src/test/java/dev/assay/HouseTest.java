package dev.assay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house is the one that the design describes; every violation is named at once. */
class HouseTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.assay");

  private static final String[] FEATURES = {
    "dev.assay.source..",
    "dev.assay.bronze..",
    "dev.assay.profile..",
    "dev.assay.silver..",
    "dev.assay.semantic..",
    "dev.assay.gold..",
    "dev.assay.build..",
    "dev.assay.relationship..",
    "dev.assay.advice..",
    "dev.assay.ask.."
  };

  private static final List<ArchRule> RULES =
      List.of(
          layeredArchitecture()
              .consideringOnlyDependenciesInAnyPackage("dev.assay..")
              .withOptionalLayers(true)
              .layer("Root")
              .definedBy("dev.assay")
              .layer("Surface")
              .definedBy("dev.assay.web..", "dev.assay.cli..")
              .layer("Workspace")
              .definedBy("dev.assay.workspace..")
              .layer("Features")
              .definedBy(FEATURES)
              .layer("Model gate")
              .definedBy("dev.assay.llm..")
              .layer("Foundations")
              .definedBy("dev.assay.sql..", "dev.assay.engine..", "dev.assay.store..")
              .layer("Model")
              .definedBy("dev.assay.model..")
              .whereLayer("Root")
              .mayNotBeAccessedByAnyLayer()
              .whereLayer("Surface")
              .mayOnlyBeAccessedByLayers("Root")
              .whereLayer("Workspace")
              .mayOnlyBeAccessedByLayers("Root", "Surface")
              .whereLayer("Features")
              .mayOnlyBeAccessedByLayers("Root", "Workspace")
              .whereLayer("Model gate")
              .mayOnlyBeAccessedByLayers("Root", "Features")
              .whereLayer("Foundations")
              .mayOnlyBeAccessedByLayers("Root", "Workspace", "Features", "Model gate")
              .as("web, cli → workspace → features → sql, engine, store → model"),
          slices()
              .matching("dev.assay.(*)..")
              .should()
              .beFreeOfCycles()
              .as("packages have no cycles"),
          noClasses()
              .that()
              .resideInAnyPackage("dev.assay.web..", "dev.assay.cli..")
              .should()
              .dependOnClassesThat(
                  DescribedPredicate.or(
                      resideInAnyPackage(FEATURES),
                      resideInAnyPackage(
                          "dev.assay.sql..", "dev.assay.engine..", "dev.assay.store..")))
              .as("web and cli call only the workspace"),
          noClasses()
              .that()
              .resideInAnyPackage("dev.assay.sql..", "dev.assay.engine..", "dev.assay.store..")
              .should(dependOnSisterFoundations())
              .as("sql, engine and store do not know one another"),
          noClasses()
              .that()
              .resideOutsideOfPackages(
                  "dev.assay.engine..", "dev.assay.store..", "dev.assay.source.database..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  "java.sql..",
                  "javax.sql..",
                  "org.duckdb..",
                  "org.jdbi..",
                  "org.postgresql..",
                  "org.mariadb..",
                  "org.sqlite..",
                  "com.microsoft.sqlserver..",
                  "oracle..",
                  "org.h2..")
              .as("only engine, store and the reader of databases touch databases' drivers"),
          noClasses()
              .that()
              .resideOutsideOfPackage("dev.assay.llm..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage("dev.langchain4j..")
              .as("only the gate speaks to a language model"),
          noClasses()
              .that()
              .resideOutsideOfPackages(
                  "dev.assay.llm..",
                  "dev.assay.advice..",
                  "dev.assay.ask..",
                  "dev.assay.gold.llm..",
                  "dev.assay")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage("dev.assay.llm..")
              .as("only advice, ask and gold.llm reach an LLM"),
          noClasses()
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  "java.lang.reflect..",
                  "lombok..",
                  "jakarta.inject..",
                  "javax.inject..",
                  "org.springframework..",
                  "com.google.inject..")
              .as("no reflection, no container, no annotation magic"),
          noClasses()
              .should()
              .haveSimpleNameEndingWith("Util")
              .orShould()
              .haveSimpleNameEndingWith("Utils")
              .orShould()
              .haveSimpleNameEndingWith("Manager")
              .orShould()
              .haveSimpleNameEndingWith("Impl")
              .orShould()
              .haveSimpleNameEndingWith("Helper")
              .as("names say what a thing is"),
          classes()
              .that()
              .areAssignableTo(Exception.class)
              .should()
              .beAssignableTo(RuntimeException.class)
              .as("exceptions are unchecked"));

  @Test
  void theHouseIsAsDesigned() throws IOException {
    List<String> violations = new ArrayList<>();
    for (ArchRule rule : RULES) {
      rule.allowEmptyShould(true)
          .evaluate(CLASSES)
          .getFailureReport()
          .getDetails()
          .forEach(detail -> violations.add(rule.getDescription() + ": " + detail));
    }
    violations.addAll(packagesWithoutTheirSentence());
    assertThat(violations).isEmpty();
  }

  private static ArchCondition<JavaClass> dependOnSisterFoundations() {
    return new ArchCondition<>("depend on a sister") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String own = item.getPackageName();
        item.getDirectDependenciesFromSelf().stream()
            .filter(dependency ->
                Stream.of("dev.assay.sql", "dev.assay.engine", "dev.assay.store")
                    .anyMatch(other ->
                        !own.startsWith(other)
                            && dependency.getTargetClass().getPackageName().startsWith(other)))
            .forEach(dependency ->
                events.add(SimpleConditionEvent.satisfied(item, dependency.getDescription())));
      }
    };
  }

  private static List<String> packagesWithoutTheirSentence() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/dev/assay"))) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
          .map(folder -> "every package has a sentence: " + folder + " has none")
          .toList();
    }
  }
}
