package dev.assay.advice;
import dev.assay.model.*;
import java.util.*;
import org.junit.jupiter.api.Test;
class LookAtPublicData {
  @Test void look() {
    for (String f : List.of("beers/dirty.csv","beers/clean.csv","column-types/accident2016.csv","column-types/auto.csv","column-types/data_gov_10151_1.csv","jaffle-shop/raw_customers.csv","jaffle-shop/raw_orders.csv","jaffle-shop/raw_payments.csv","csv-dialects/airedale.csv","csv-dialects/imdb.csv","csv-dialects/milk.csv")) {
      try (Bronze b = new Bronze().landFile(f, true)) {
        System.out.println("== " + f);
        SilverRecipe r = b.suggest();
        r.columns().forEach(c -> System.out.println("  " + c.silverName() + " " + c.targetType().text() + " " + c.evidence().semanticType()));
        r.proposals().forEach(p -> System.out.println("  * " + p.id() + " " + p.because() + " " + p.examples()+" "+p.edits()));
      } catch (Exception e) { System.out.println("  !! " + e); }
    }
  }
}
