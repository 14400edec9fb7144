package dev.assay.bronze;

import dev.assay.model.*;
import dev.assay.source.*;
import java.nio.file.*;

public final class LandingScratch {
  public static void main(String[] a) throws Exception {
    Path t = Files.createTempDirectory("x");
    for (String f : a) {
      try (LandingFixture x = new LandingFixture(t)) {
        Landed l = x.land(Path.of(f));
        System.out.println(
            f + " " + x.landing.dialect() + " cols=" + x.landing.columns().size() + " " + l);
        if (a.length < 4) {
          System.out.println(x.names());
          x.cells().stream().limit(5).forEach(System.out::println);
          x.malformed().stream().limit(5).forEach(System.out::println);
        }
      } catch (UserError e) {
        System.out.println(f + " " + e.getMessage());
      }
    }
  }
}
