package contested.workshop;

import contested.access.WorkshopRole;
import contested.account.Account;
import contested.account.Pseudonym;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and stores workshops, who is in them, their agenda and their ballots. */
@ApplicationScoped
public class WorkshopRepository {

    private static final String ITEM =
            "select i from AgendaItem i join fetch i.question q join fetch q.theme join fetch i.workshop w ";

    @PersistenceContext
    private EntityManager em;

    void add(Object entity) {
        em.persist(entity);
        em.flush();
    }

    void remove(Object entity) {
        em.remove(entity);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    Optional<Workshop> find(Slug slug) {
        return em.createQuery("select w from Workshop w where w.slug = :slug", Workshop.class)
                .setParameter("slug", slug.value())
                .getResultStream()
                .findFirst();
    }

    Optional<Workshop> findByCode(JoinCode code) {
        return em.createQuery("select w from Workshop w where w.joinCode = :code", Workshop.class)
                .setParameter("code", code.value())
                .getResultStream()
                .findFirst();
    }

    /** Those of the demonstration. */
    List<Workshop> madeUp() {
        return em.createQuery("select w from Workshop w where w.demonstration order by w.id", Workshop.class)
                .getResultList();
    }

    /** The most extra minutes that any of its members has. */
    int longestExtra(Workshop workshop) {
        return em.createQuery(
                        "select coalesce(max(m.extraMinutes), 0) from WorkshopMember m where m.workshop = :workshop",
                        Integer.class)
                .setParameter("workshop", workshop)
                .getSingleResult();
    }

    /** Lets nobody else join, or change what it is, before this transaction ends. */
    void hold(Workshop workshop) {
        try {
            em.refresh(workshop, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException e) {
            // Somebody wiped it at the same moment.
            throw new NotFoundException("workshop");
        }
    }

    /** Of two forms of one person's sent at once, the second sees what the first did. */
    void hold(WorkshopMember member) {
        em.lock(member, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What another transaction did to it meanwhile. */
    void readAgain(WorkshopMember member) {
        em.refresh(member);
    }

    /** Nobody who changes the workshop at that moment is in its way. @return whether that was in the spotlight */
    boolean dim(Slug workshop, Spotlight gone) {
        return em.createQuery("update Workshop w set w.spotlight = null where w.slug = :slug and w.spotlight = :gone")
                        .setParameter("slug", workshop.value())
                        .setParameter("gone", gone.toString())
                        .executeUpdate()
                > 0;
    }

    // ---- People

    /** With the workshop and the account. One query. */
    Optional<WorkshopMember> findMember(Slug workshop, long account) {
        return em.createQuery(
                        "select m from WorkshopMember m join fetch m.workshop w join fetch m.account a"
                                + " where w.slug = :slug and a.id = :account",
                        WorkshopMember.class)
                .setParameter("slug", workshop.value())
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    Optional<WorkshopMember> findMember(Workshop workshop, long id) {
        return Optional.ofNullable(em.find(WorkshopMember.class, id))
                .filter(m -> m.workshop().equals(workshop));
    }

    Optional<WorkshopMember> findReturning(String hash) {
        return em.createQuery(
                        "select m from WorkshopMember m join fetch m.workshop join fetch m.account"
                                + " where m.returnHash = :hash",
                        WorkshopMember.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    Optional<WorkshopMember> findJoining(Workshop workshop, String hash) {
        return em.createQuery(
                        "select m from WorkshopMember m join fetch m.account"
                                + " where m.workshop = :workshop and m.joinHash = :hash",
                        WorkshopMember.class)
                .setParameter("workshop", workshop)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** Everybody who ever joined, in the order in which they did. One query. */
    List<WorkshopMember> members(Workshop workshop) {
        return em.createQuery(
                        "select m from WorkshopMember m join fetch m.account where m.workshop = :workshop order by m.id",
                        WorkshopMember.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    /** Those who are in workshops and have not left them, by account, the newest workshop first. */
    List<WorkshopMember> of(long account) {
        return em.createQuery(
                        "select m from WorkshopMember m join fetch m.workshop w where m.account.id = :account"
                                + " and m.leftAt is null and m.removedAt is null order by w.id desc",
                        WorkshopMember.class)
                .setParameter("account", account)
                .getResultList();
    }

    /**
     * Those whose pseudonym has that key, whoever left or was put out among them: what they wrote stays under it. The key of
     * a guest's is kept with their workshop before it, and no key has a blank in it.
     */
    List<WorkshopMember> called(Workshop workshop, Pseudonym pseudonym) {
        return em.createQuery(
                        "select m from WorkshopMember m join fetch m.account a where m.workshop = :workshop"
                                + " and (a.pseudonymKey = :key or a.guest = true and a.pseudonymKey like :guest)",
                        WorkshopMember.class)
                .setParameter("workshop", workshop)
                .setParameter("key", pseudonym.key())
                .setParameter("guest", "% " + pseudonym.key())
                .getResultList();
    }

    long count(Workshop workshop, WorkshopRole role) {
        return em.createQuery(
                        "select count(m) from WorkshopMember m where m.workshop = :workshop and m.role = :role"
                                + " and m.leftAt is null and m.removedAt is null",
                        Long.class)
                .setParameter("workshop", workshop)
                .setParameter("role", role)
                .getSingleResult();
    }

    Account account(long id) {
        return Optional.ofNullable(em.find(Account.class, id))
                .filter(a -> !a.isErased())
                .orElseThrow(() -> new NotFoundException("account " + id));
    }

    // ---- Agenda

    /** In their order. One query. */
    List<AgendaItem> agenda(Workshop workshop) {
        return em.createQuery(ITEM + "where w = :workshop order by i.position, i.id", AgendaItem.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    Optional<AgendaItem> findItem(Workshop workshop, Slug question) {
        return em.createQuery(ITEM + "where w = :workshop and q.slug = :question", AgendaItem.class)
                .setParameter("workshop", workshop)
                .setParameter("question", question.value())
                .getResultStream()
                .findFirst();
    }

    // ---- Ballots

    Optional<Ballot> findBallot(AgendaItem item, BallotRound round, WorkshopMember member) {
        return em.createQuery(
                        "select b from Ballot b left join fetch b.position where b.item = :item and b.round = :round"
                                + " and b.member = :member",
                        Ballot.class)
                .setParameter("item", item)
                .setParameter("round", round)
                .setParameter("member", member)
                .getResultStream()
                .findFirst();
    }

    Optional<String> findPair(AgendaItem item, WorkshopMember member) {
        return em.createQuery("select b.pair from Ballot b where b.item = :item and b.member = :member", String.class)
                .setParameter("item", item)
                .setParameter("member", member)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Without names, in no order that tells who was first. One query. */
    List<CastBallot> ballots(AgendaItem item) {
        return em.createQuery(
                        "select new contested.workshop.CastBallot(b.pair, b.round, p.slot, b.confidence)"
                                + " from Ballot b left join b.position p where b.item = :item order by b.pair",
                        CastBallot.class)
                .setParameter("item", item)
                .getResultList();
    }

    /** How many of those who may vote have. */
    long countBallots(AgendaItem item, BallotRound round) {
        return em.createQuery("select count(b) from Ballot b where b.item = :item and b.round = :round", Long.class)
                .setParameter("item", item)
                .setParameter("round", round)
                .getSingleResult();
    }

    List<PaperCount> paper(AgendaItem item) {
        return em.createQuery(
                        "select c from PaperCount c left join fetch c.position where c.item = :item", PaperCount.class)
                .setParameter("item", item)
                .getResultList();
    }

    void forgetPaper(AgendaItem item, BallotRound round) {
        em.createQuery("delete from PaperCount c where c.item = :item and c.round = :round")
                .setParameter("item", item)
                .setParameter("round", round)
                .executeUpdate();
    }

    List<Mover> movers(AgendaItem item) {
        return em.createQuery(
                        "select m from Mover m left join fetch m.passage where m.item = :item order by m.id",
                        Mover.class)
                .setParameter("item", item)
                .getResultList();
    }

    List<Mover> moversOf(AgendaItem item, WorkshopMember member) {
        return em.createQuery(
                        "select m from Mover m left join fetch m.passage where m.item = :item and m.member = :member"
                                + " order by m.id",
                        Mover.class)
                .setParameter("item", item)
                .setParameter("member", member)
                .getResultList();
    }

    /** All that are somebody's still, over all questions, with these. One query. */
    List<Ballot> ballotsOf(WorkshopMember member) {
        return em.createQuery(
                        "select b from Ballot b join fetch b.item i join fetch i.question left join fetch b.position"
                                + " where b.member = :member order by b.id",
                        Ballot.class)
                .setParameter("member", member)
                .getResultList();
    }

    List<Mover> moversOf(WorkshopMember member) {
        return em.createQuery(
                        "select m from Mover m join fetch m.item i join fetch i.question left join fetch m.passage"
                                + " where m.member = :member order by m.id",
                        Mover.class)
                .setParameter("member", member)
                .getResultList();
    }

    /** From now on nobody can tell who voted how, and who was moved by what. */
    void cutBallots(Workshop workshop) {
        for (String what : List.of("Ballot", "Mover")) {
            em.createQuery("update " + what + " b set b.member = null where b.item.id in"
                            + " (select i.id from AgendaItem i where i.workshop = :workshop)")
                    .setParameter("workshop", workshop)
                    .executeUpdate();
        }
    }

    void deleteBallotsOf(WorkshopMember member) {
        for (String what : List.of("Ballot", "Mover")) {
            em.createQuery("delete from " + what + " b where b.member = :member")
                    .setParameter("member", member)
                    .executeUpdate();
        }
    }

    /** Who is who in life has had its time. */
    void forgetNames(Workshop workshop) {
        em.createQuery("update WorkshopMember m set m.realName = null where m.workshop = :workshop")
                .setParameter("workshop", workshop)
                .executeUpdate();
    }

    /** Return phrases and real names have had their time. */
    void forgetPeople(Workshop workshop) {
        em.createQuery(
                        "update WorkshopMember m set m.returnHash = null, m.joinHash = null, m.realName = null where m.workshop = :workshop")
                .setParameter("workshop", workshop)
                .executeUpdate();
    }

    /** Those that are closed and of which somebody's phrase or real name is kept still. */
    List<Workshop> closedWithPeople() {
        return em.createQuery(
                        "select w from Workshop w where w.phase = :closed and exists (select m from WorkshopMember m"
                                + " where m.workshop = w and (m.returnHash is not null or m.realName is not null))",
                        Workshop.class)
                .setParameter("closed", Phase.CLOSED)
                .getResultList();
    }

    // ---- Feedback

    /** Drafts and what was released, by the order in which people joined. One query. */
    List<Feedback> feedback(Workshop workshop) {
        return em.createQuery(
                        "select f from Feedback f join fetch f.member m where m.workshop = :workshop"
                                + " order by m.id, f.releasedAt, f.id",
                        Feedback.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    /** What that member may read, the oldest first. One query. */
    List<Feedback> releasedTo(WorkshopMember member) {
        return em.createQuery(
                        "select f from Feedback f where f.member = :member and f.releasedAt is not null"
                                + " order by f.releasedAt, f.id",
                        Feedback.class)
                .setParameter("member", member)
                .getResultList();
    }

    Optional<Feedback> findDraft(WorkshopMember member) {
        return em.createQuery(
                        "select f from Feedback f where f.member = :member and f.releasedAt is null", Feedback.class)
                .setParameter("member", member)
                .getResultStream()
                .findFirst();
    }

    void deleteFeedbackOf(WorkshopMember member) {
        em.createQuery("delete from Feedback f where f.member = :member")
                .setParameter("member", member)
                .executeUpdate();
    }

    /** What nobody has released has no reader any more. */
    void deleteDrafts(Workshop workshop) {
        em.createQuery("delete from Feedback f where f.releasedAt is null and f.member.id in"
                        + " (select m.id from WorkshopMember m where m.workshop = :workshop)")
                .setParameter("workshop", workshop)
                .executeUpdate();
    }

    // ---- The end

    /** The accounts that were made for that workshop and are in no other one, whoever left or was put out among them. */
    List<Long> guestsOnlyIn(Workshop workshop) {
        return em.createQuery(
                        "select m.account.id from WorkshopMember m where m.workshop = :workshop and m.account.guest = true"
                                + " and not exists (select o from WorkshopMember o where o.account = m.account"
                                + " and o.workshop <> :workshop)",
                        Long.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    /** Every ballot, on paper too, and what moved people, which refers to comments. */
    void deleteCast(Workshop workshop) {
        for (String what : List.of("Ballot", "Mover", "PaperCount")) {
            delete(
                    what + " x where x.item.id in (select i.id from AgendaItem i where i.workshop = :workshop)",
                    workshop);
        }
    }

    /** What is left of it once the rooms above have deleted theirs. */
    void delete(Workshop workshop) {
        em.flush();
        delete(
                "Feedback x where x.member.id in (select m.id from WorkshopMember m where m.workshop = :workshop)",
                workshop);
        delete("WorkshopMember x where x.workshop = :workshop", workshop);
        delete("AgendaItem x where x.workshop = :workshop", workshop);
        em.clear();
        em.remove(em.getReference(Workshop.class, workshop.id()));
        em.flush();
    }

    private void delete(String what, Workshop workshop) {
        em.createQuery("delete from " + what).setParameter("workshop", workshop).executeUpdate();
    }

    /** The newest first, with who did it. One query. */
    List<WipedWorkshop> wiped() {
        return em.createQuery(
                        "select w from WipedWorkshop w left join fetch w.wipedBy order by w.wipedAt desc",
                        WipedWorkshop.class)
                .getResultList();
    }
}
