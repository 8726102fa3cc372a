package contested.support;

import contested.pack.PackService;
import contested.passage.PassageService;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * The portal's own persistence unit, with its migrations and its mapping, on an empty database and without a server.
 * Services come from {@link #get}; what they do happens {@link #inTransaction}.
 */
public final class Database implements AutoCloseable {

    /** The time at which everything in a test happens. */
    public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final DataSource source;
    private final EntityManagerFactory factory;
    private final Wiring wiring = new Wiring();
    /** Of each thread its own, so that a test may let two people act at once. */
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

    private Database(DataSource source) {
        this.source = source;
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.nonJtaDataSource", source);
        settings.put("hibernate.generate_statistics", "true");
        // The count of statements is asked for, a log of them is not.
        settings.put("hibernate.session.events.log", "false");
        factory = Persistence.createEntityManagerFactory("contested", settings);
        wiring.put(EntityManager.class, currentEntityManager());
        wiring.put(Clock.class, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** An empty database of that kind with the portal's schema, or a skipped test where there is no such engine. */
    public static Database on(Engine engine) {
        if (engine == Engine.H2) {
            return new Database(h2("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        }
        PostgresServer server = PostgresServer.shared();
        return new Database(server.source(server.newDatabase()));
    }

    /** The same database with that pack loaded. */
    public Database filledWith(PackFolder pack) {
        // Whoever observes must be there before the event.
        get(PassageService.class);
        doInTransaction(() -> get(PackService.class).load(pack.read()));
        return this;
    }

    /** The database file of a portal's data folder, so that a test may prepare it before the portal starts. */
    public static Database inFolder(java.nio.file.Path data, String password) {
        JdbcDataSource source = h2("file:" + data.resolve("db/contested"));
        source.setUser("contested");
        source.setPassword(password);
        return new Database(source);
    }

    /** A database of that server that a portal has filled. */
    public static Database at(PostgresServer server, String url) {
        return new Database(server.source(url));
    }

    private static JdbcDataSource h2(String where) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + where);
        return source;
    }

    /** The same database, as a second start of the portal finds it. */
    public Database startedAgain() {
        return new Database(source);
    }

    /** The service or repository of that type, wired to this database. */
    public <T> T get(Class<T> type) {
        return wiring.get(type);
    }

    public Wiring wiring() {
        return wiring;
    }

    /** What the act gives, in one transaction that is rolled back when it throws. */
    public <T> T inTransaction(Supplier<T> act) {
        EntityManager manager = factory.createEntityManager();
        current.set(manager);
        try {
            manager.getTransaction().begin();
            T result = act.get();
            manager.getTransaction().commit();
            return result;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
            current.remove();
        }
    }

    public void doInTransaction(Runnable act) {
        inTransaction(() -> {
            act.run();
            return true;
        });
    }

    /** How many statements the act sends to the database. */
    public long statementsOf(Runnable act) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        doInTransaction(act);
        return statistics.getPrepareStatementCount();
    }

    /** One number from a query in the entities' language. */
    public long count(String query) {
        return inTransaction(
                () -> entityManager().createQuery(query, Long.class).getSingleResult());
    }

    public EntityManager entityManager() {
        return Objects.requireNonNull(current.get(), "outside of a transaction");
    }

    /** Stands in each repository and hands on to the transaction that runs now. */
    private EntityManager currentEntityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (self, method, args) -> {
                    try {
                        return method.invoke(entityManager(), args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() {
        factory.close();
    }
}
