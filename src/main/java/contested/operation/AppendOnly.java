package contested.operation;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the log of decisions from being changed or deleted, on H2. Named by the migrations of that vendor; on PostgreSQL
 * a function in the database does it. Where this class cannot be found, H2 refuses the statement too.
 */
public class AppendOnly implements Trigger {

    /** Integrity constraint violation, of the SQL standard's class 23. */
    private static final String SQL_STATE = "23000";

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("rows of this table are never changed or deleted", SQL_STATE);
    }
}
