package contested.moderation;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.account.Account;
import contested.account.Pseudonym;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.discussion.DebateThread;
import contested.discussion.Stance;
import contested.question.Position;
import contested.question.Slot;
import contested.shared.Slug;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The thread on {@link SampleDebate#PHONES} with two moderators, an administrator, members, and a clock that moves. */
public final class ModeratedThread implements AutoCloseable {

    public final Database database;
    public final MovingClock clock = new MovingClock();

    private final long thread;
    private int made;

    public final Actor minh;
    public final Actor thu;
    public final Actor chief;
    public final Actor author;

    public static final class MovingClock extends Clock {

        private Instant now = Database.NOW;

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    public ModeratedThread(Engine engine, Path folder) {
        database = Database.on(engine);
        database.wiring().put(Clock.class, clock);
        database.filledWith(SampleDebate.pack(folder));
        thread = database.inTransaction(() -> {
            DebateThread made = new DebateThread(database.get(contested.question.QuestionRepository.class)
                    .find(SampleDebate.PHONES)
                    .orElseThrow());
            database.entityManager().persist(made);
            return made.id();
        });
        minh = member("Minh", SiteRole.MODERATOR);
        thu = member("Thu", SiteRole.MODERATOR);
        chief = member("Chief", SiteRole.ADMINISTRATOR);
        author = member("Lan");
    }

    /** A new account, ten days old. */
    public Actor member(String name, SiteRole... roles) {
        return member(name, Duration.ofDays(10), roles);
    }

    public Actor member(String name, Duration age, SiteRole... roles) {
        return database.inTransaction(() -> {
            Account account = new Account(
                    Pseudonym.of(name), "no hash", null, clock.instant().minus(age));
            List.of(roles).forEach(account::trustAs);
            database.entityManager().persist(account);
            return account.actor();
        });
    }

    /** A member of whom readers have seen a comment. */
    public Actor established(String name) {
        Actor member = member(name);
        publish(write(member, null));
        return member;
    }

    public Slug write() {
        return write(author, null);
    }

    public Slug write(Actor who, @Nullable Slug parent) {
        return write(who, parent, null);
    }

    /** A pending comment with that position, or with none. */
    public Slug write(Actor who, @Nullable Slug parent, @Nullable Slot slot) {
        Slug slug = new Slug("c" + (++made) + "x" + (System.nanoTime() % 1_000_000));
        database.doInTransaction(() -> {
            DebateThread in = database.entityManager().find(DebateThread.class, thread);
            @Nullable
            Position position =
                    slot == null ? null : in.question().position(slot).orElseThrow();
            Comment comment = new Comment(
                    slug,
                    in,
                    parent == null ? null : find(parent),
                    database.entityManager().find(Account.class, who.id()),
                    position == null ? Stance.NONE : Stance.TAKES,
                    position,
                    slug.value(),
                    clock.instant());
            comment.revise("What somebody says here, for a test.", List.of(), clock.instant());
            database.entityManager().persist(comment);
        });
        return slug;
    }

    /** A published comment. */
    public Slug published() {
        Slug slug = write();
        publish(slug);
        return slug;
    }

    public Decision publish(Slug slug) {
        return decide(minh, slug, Verdict.of(DecisionKind.PUBLISH));
    }

    public Decision decide(Actor who, Slug slug, DecisionKind kind, String rule) {
        return decide(who, slug, new Verdict(kind, rule, ""));
    }

    /** Decides on what stands there now. */
    public Decision decide(Actor who, Slug slug, Verdict verdict) {
        return database.inTransaction(() -> {
            long seen = find(slug).version();
            return database.get(ModerationService.class).decide(who, slug, seen, verdict);
        });
    }

    /** A later revision by the author. */
    public void revise(Slug slug) {
        database.doInTransaction(
                () -> find(slug).revise("Said in other words, for a test.", List.of(), clock.instant()));
    }

    /** The comment as it stands in this transaction. */
    public Comment find(Slug slug) {
        return database.entityManager()
                .createQuery("select c from Comment c where c.slug = :slug", Comment.class)
                .setParameter("slug", slug.value())
                .getSingleResult();
    }

    public <T> T of(Slug slug, Function<Comment, T> what) {
        return database.inTransaction(() -> what.apply(find(slug)));
    }

    public CommentState state(Slug slug) {
        return of(slug, Comment::state);
    }

    public int publishedCount() {
        return database.inTransaction(
                () -> database.entityManager().find(DebateThread.class, thread).publishedCount());
    }

    public <T, R> R ask(Class<T> service, Function<T, R> what) {
        return database.inTransaction(() -> what.apply(database.get(service)));
    }

    @Override
    public void close() {
        database.close();
    }
}
