package archfixtures.r6.bad.adapters.security;

import java.sql.Connection;
import org.jspecify.annotations.NullMarked;

/** JDBC away from its home, though it is part of the JDK. */
@NullMarked
public record BadNoteTable(Connection connection) {}
