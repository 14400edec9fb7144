package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.semantic.NameWords;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which end "best" and "worst" mean: of delays and costs the best are the smallest. */
final class BestAndWorst {
  private static final Set<String> BAD =
      words(
          """
          delay delays wait waiting cost costs expense expenses price loss losses defect defects
          error errors fault faults failure failures downtime complaint complaints debt churn
          refund refunds discount fee fees penalty fine latency resolution response accident
          accidents injured deaths scrap waste absence absences late overdue cancellation
          cancellations bounce
          atraso atrasos espera custo custos despesa despesas preco perda perdas defeito defeitos
          erro erros falha falhas reclamacao reclamacoes divida multa multas acidente acidentes
          retraso retrasos demora costo costos coste costes gasto gastos precio perdida perdidas
          defecto defectos fallo fallos falla fallas queja quejas deuda accidente accidentes
          ausencia ausencias faltas resolucao resolucion resposta respuesta
          """);

  private static final Set<String> GOOD =
      words(
          """
          revenue sales sale income turnover profit margin score rating stars grade yield
          conversion satisfaction attendance votes wins points goals amount total quantity units
          receita receitas vendas venda faturamento lucro margem nota avaliacao satisfacao publico
          pontos gols valor quantidade renda ingresos ingreso ventas venta facturacion ganancia
          beneficio margen puntuacion calificacion valoracion satisfaccion asistencia puntos goles
          importe cantidad monto toneladas production producao produccion
          """);

  private BestAndWorst() {}

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }

  /** Turns the end that is wanted around where less is better, and says so where it is not clear. */
  static void settle(
      Words words, GroupReader groups, List<Measure> measures, Figures figures) {
    boolean said = false;
    boolean best = false;
    for (int i = 0; i < words.count(); i++) {
      best |= words.get(i).lower().equals("best");
      said |= words.get(i).lower().matches("best|worst");
    }
    if (!said || groups.top().isEmpty() || measures.isEmpty()) {
      return;
    }
    Measure measure = measures.getFirst();
    if (measure.aggregate() == Aggregate.COUNT_ROWS || measure.column() == null) {
      return;
    }
    TopReader.Top top = groups.top().get();
    List<String> name = NameWords.of(measure.column());
    if (NameWords.any(name, BAD)) {
      groups.tops().set(new TopReader.Top(top.limit(), !best, top.rank()));
      figures.warn(words.say(best ? "best-is-least" : "worst-is-most", measure.column()));
    } else if (!NameWords.any(name, GOOD)) {
      figures.warn(words.say(best ? "best-is-most" : "worst-is-least", measure.column()));
    }
  }
}
