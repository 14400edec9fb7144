package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.App;
import dev.assay.cli.Cli;
import dev.assay.cli.Program;
import dev.assay.cli.Terminal;
import dev.assay.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files, one question: from the first command to the answer that follows a changed file. */
class AcrossOnTheCommandLineTest {
  @TempDir private Path folder;

  /** Opens the workspace in this process, which serves nothing. */
  private static final class Here implements Program {
    @Override
    public Workspace open(Path workspace) {
      return App.open(workspace).workspace();
    }

    @Override
    public Server serve(Workspace workspace, Path in, int port, long mostUploadBytes) {
      throw new IllegalStateException("Nothing is served here");
    }
  }

  private String printed(String... command) {
    return printed(0, command);
  }

  private String printed(int code, String... command) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var terminal = new Terminal(out, out, false, false, 200, "assay");
    String[] all = new String[command.length + 2];
    all[0] = "--workspace";
    all[1] = folder.resolve("w").toString();
    System.arraycopy(command, 0, all, 2, command.length);
    int ended = new Cli(new Here(), terminal, folder).run(all);
    out.flush();
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertThat(ended).as(String.join(" ", command) + "\n" + printed).isEqualTo(code);
    return printed;
  }

  private void customers(String third) throws IOException {
    StringBuilder text = new StringBuilder("id,name,country\n");
    for (int i = 1; i <= 30; i++) {
      text.append(i).append(",Customer ").append(i).append(',');
      text.append(i % 3 == 0 ? third : i % 3 == 1 ? "Germany" : "France").append('\n');
    }
    Files.writeString(folder.resolve("customers.csv"), text);
  }

  @Test
  void anAnswerOverTwoFilesStaysFresh() throws IOException {
    customers("Brazil");
    StringBuilder orders = new StringBuilder("id,customer_id,order_date,amount\n");
    for (int i = 1; i <= 300; i++) {
      orders.append(i).append(',').append(i % 30 + 1).append(",2024-0").append(i % 9 + 1);
      orders.append('-').append(10 + i % 18).append(",10.50\n");
    }
    Files.writeString(folder.resolve("orders.csv"), orders);
    printed("run", "customers.csv", "orders.csv");
    assertThat(printed(2, "ask", "amount by customer country"))
        .contains("orders.customer_id=customers.id")
        .contains("assay relationships --confirm");
    assertThat(printed("relationships"))
        .contains("orders.customer_id=customers.id")
        .contains("all 300 rows with a value find one");
    printed("relationships", "--confirm", "orders.customer_id=customers.id");
    printed("suggest", "gold", "--across", "-o", "across.json");
    assertThat(printed("build", "gold", "--recipe", "across.json", "--preview"))
        .contains("Reads silver_customers_cleaned by customer_id: every row finds one.");
    printed("build", "gold", "--recipe", "across.json");
    assertThat(printed("ask", "amount by customer country"))
        .contains("gold_orders_amount_by_customer_country")
        .contains("Brazil");
    customers("Spain");
    printed("sync", "customers");
    assertThat(printed("ask", "amount by customer country"))
        .contains("gold_orders_amount_by_customer_country")
        .contains("Spain")
        .doesNotContain("Brazil");
  }
}
