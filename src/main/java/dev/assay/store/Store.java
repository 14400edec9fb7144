package dev.assay.store;

import dev.assay.model.UserError;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The metadata of one workspace: what sources there are, the state and history of their layers,
 * recipes, profiles and builds. A repository each; many threads may use them at once.
 */
public final class Store implements AutoCloseable {
  private final Connection anchor;
  private final OpenConnections connected;
  private final Database database;
  private final Sources sources;
  private final Connections connections;
  private final Layers layers;
  private final BuildLogs logs;
  private final Recipes recipes;
  private final Loads loads;
  private final Profiles profiles;
  private final Suggestions suggestions;
  private final Settlements settlements;
  private final SavedRecipes savedRecipes;
  private final Relationships relationships;
  private final SavedQuestions savedQuestions;
  private final BuildRecords builds;
  private final CellOverrides overrides;
  private final Settings settings;
  private final Egresses egresses;
  private final Reserve reserve;

  private Store(Connection anchor, OpenConnections connected, Reserve reserve) {
    this.anchor = anchor;
    this.connected = connected;
    this.reserve = reserve;
    this.database = new Database(Jdbi.create(connected));
    this.sources = new Sources(database);
    this.connections = new Connections(database);
    this.layers = new Layers(database);
    this.logs = new BuildLogs(database);
    this.recipes = new Recipes(database);
    this.loads = new Loads(database);
    this.profiles = new Profiles(database);
    this.suggestions = new Suggestions(database);
    this.settlements = new Settlements(database);
    this.savedRecipes = new SavedRecipes(database);
    this.relationships = new Relationships(database);
    this.savedQuestions = new SavedQuestions(database);
    this.builds = new BuildRecords(database);
    this.overrides = new CellOverrides(database);
    this.settings = new Settings(database);
    this.egresses = new Egresses(database);
  }

  /** Opens or creates the metadata file; its folder must exist. */
  public static Store open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    // A transaction that begins by reading could not be upgraded while another writes.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      Schema.bringUpToDate(source);
      // While one connection stays open, closing the others does not checkpoint the log each time.
      return new Store(
          source.getConnection(),
          new OpenConnections(source),
          new Reserve(file.resolveSibling("reserve")));
    } catch (SQLException e) {
      throw Database.translate(e);
    } catch (RuntimeException e) {
      throw e instanceof UserError ? e : Database.translate(e);
    }
  }

  /** All that {@code changes} writes on this thread, or none of it. */
  public void atomically(Runnable changes) {
    database.atomically(changes);
  }

  /** Sets room on the disk aside for the day on which it is full. */
  public void reserveRoom() {
    reserve.take();
  }

  /** Gives that room up, so that what happened on a full disk can be recorded. */
  public void useReserve() {
    reserve.give();
  }

  public Sources sources() {
    return sources;
  }

  public Connections connections() {
    return connections;
  }

  public Layers layers() {
    return layers;
  }

  public BuildLogs logs() {
    return logs;
  }

  public Recipes recipes() {
    return recipes;
  }

  public Loads loads() {
    return loads;
  }

  public Profiles profiles() {
    return profiles;
  }

  public Suggestions suggestions() {
    return suggestions;
  }

  public SavedRecipes savedRecipes() {
    return savedRecipes;
  }

  public SavedQuestions savedQuestions() {
    return savedQuestions;
  }

  public Settlements settlements() {
    return settlements;
  }

  public CellOverrides overrides() {
    return overrides;
  }

  public Relationships relationships() {
    return relationships;
  }

  public BuildRecords builds() {
    return builds;
  }

  public Settings settings() {
    return settings;
  }

  public Egresses egresses() {
    return egresses;
  }

  @Override
  public void close() {
    try {
      connected.close();
      anchor.close();
    } catch (SQLException e) {
      throw Database.translate(e);
    }
  }
}
