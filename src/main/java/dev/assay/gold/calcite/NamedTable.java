package dev.assay.gold.calcite;

import java.util.List;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.plan.RelOptAbstractTable;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptSchema;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;

/** A table of which a name, a row type and about how many rows are known. */
final class NamedTable extends RelOptAbstractTable {
  private final double count;

  NamedTable(String name, RelDataType row, double count, RelDataTypeFactory types) {
    super(new Schema(types), name, row);
    this.count = count;
  }

  String name() {
    return getQualifiedName().getFirst();
  }

  @Override
  public double getRowCount() {
    return count;
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.isInstance(this) ? type.cast(this) : null;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Expression getExpression(Class type) {
    return null;
  }

  /** No table is looked up by name. */
  private record Schema(RelDataTypeFactory types) implements RelOptSchema {
    @Override
    public RelOptTable getTableForMember(List<String> names) {
      return null;
    }

    @Override
    public RelDataTypeFactory getTypeFactory() {
      return types;
    }

    @Override
    public void registerRules(RelOptPlanner planner) {}
  }
}
