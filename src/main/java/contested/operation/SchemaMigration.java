package contested.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema to what the entities expect. Hibernate validates while the application is deployed, before any bean
 * exists; an integrator is the one place of ours that runs earlier.
 */
public class SchemaMigration implements Integrator {

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        try {
            migrate(sessionFactory
                    .getServiceRegistry()
                    .requireService(ConnectionProvider.class)
                    .unwrap(DataSource.class));
        } catch (RuntimeException | Error e) {
            throw StartWatch.failed("the database schema cannot be brought up to date", e);
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
        // nothing of ours outlives the session factory
    }

    private static void migrate(DataSource database) {
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor(database))
                .load()
                .migrate();
    }

    /** The folder of what only one of the engines understands. */
    private static String vendor(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
    }
}
