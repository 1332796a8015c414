package archfixtures.r6.good.adapters.sqlite;

import java.sql.Connection;
import org.jspecify.annotations.NullMarked;

/** JDBC at home. */
@NullMarked
public record NoteTable(Connection connection) {}
