package contested.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the log of decisions from being changed or deleted, on H2, and so the lines that say that a workshop was wiped.
 * Named by the migrations of that vendor; on PostgreSQL functions in the database do it. Where this class cannot be found,
 * H2 refuses the statement too.
 *
 * <p>One exception: a decision in a workshop of which such a line says that it was wiped may be deleted.
 */
public class AppendOnly implements Trigger {

    /** Integrity constraint violation, of the SQL standard's class 23. */
    private static final String SQL_STATE = "23000";

    private static final String IN_WIPED_WORKSHOP = "select 1 from decision d join thread t on t.id = d.thread_id"
            + " join wiped_workshop w on w.workshop_id = t.workshop_id where d.id = ?";

    private boolean keepsDecisions;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        keepsDecisions = table.equalsIgnoreCase("decision");
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (keepsDecisions && before != null && after == null && isWiped(connection, before[0])) {
            return;
        }
        throw new SQLException("rows of this table are never changed or deleted", SQL_STATE);
    }

    /** @param decision its id, the first column of the table */
    private static boolean isWiped(Connection connection, Object decision) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IN_WIPED_WORKSHOP)) {
            query.setObject(1, decision);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
