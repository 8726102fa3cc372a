package contested.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house guide's table of rooms, as a test: a room imports what its row allows, and nothing imports web. */
class HouseRulesTest {

    private static final Set<String> FLOOR = Set.of("source", "question", "passage", "workshop");
    private static final Set<String> BELOW_OUTCOME =
            Set.of("account", "source", "question", "passage", "workshop", "discussion", "moderation");
    private static final Set<String> BELOW_EXPORT = with(BELOW_OUTCOME, "outcome", "notice", "search", "pack");
    private static final Set<String> BELOW_OPERATION = with(BELOW_EXPORT, "export");

    /** Beside these, each room may import shared and access, and access may import shared. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("shared", Set.of()),
            entry("access", Set.of()),
            entry("account", Set.of()),
            entry("source", Set.of()),
            entry("question", Set.of()),
            entry("passage", Set.of("source", "question")),
            entry("workshop", Set.of("account", "question", "passage")),
            entry("discussion", Set.of("account", "question", "passage", "workshop")),
            entry("moderation", Set.of("account", "workshop", "discussion")),
            entry("outcome", Set.of("question", "passage", "workshop", "discussion", "moderation")),
            entry("notice", Set.of("account", "workshop", "discussion", "moderation")),
            entry("search", with(FLOOR, "discussion")),
            entry("pack", with(FLOOR, "account")),
            entry("export", BELOW_EXPORT),
            entry("operation", BELOW_OPERATION),
            entry("lti", Set.of("account", "workshop", "outcome")),
            entry("api", with(BELOW_OPERATION, "operation")),
            entry("web", with(BELOW_OPERATION, "operation", "lti", "api")));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target", "classes"));

    private static Set<String> with(Set<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static String in(String room) {
        return "contested." + room + "..";
    }

    private static Set<JavaPackage> rooms() {
        return HOUSE.getPackage("contested").getSubpackages();
    }

    @Test
    void eachRoomStandsInTheTable() {
        assertThat(rooms()).isNotEmpty().allSatisfy(room -> assertThat(MAY_IMPORT)
                .containsKey(room.getRelativeName()));
    }

    @Test
    void roomsHaveNoRoomsWithin() {
        assertThat(rooms()).allSatisfy(room -> assertThat(room.getSubpackages()).isEmpty());
    }

    @Test
    void aRoomImportsWhatItsRowAllows() {
        for (Map.Entry<String, Set<String>> row : MAY_IMPORT.entrySet()) {
            Set<String> closed = new HashSet<>(MAY_IMPORT.keySet());
            closed.removeAll(row.getValue());
            closed.remove(row.getKey());
            if (!row.getKey().equals("shared")) {
                closed.remove("shared");
                closed.remove("access");
            }
            noClasses()
                    .that()
                    .resideInAPackage(in(row.getKey()))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(closed.stream().map(HouseRulesTest::in).toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }

    @Test
    void noRoomsImportEachOtherInACircle() {
        slices().matching("contested.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void facesStaysInWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("web"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces.."))
                .check(HOUSE);
    }

    @Test
    void servletsStayAtTheDoors() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("web"), in("api"), in("lti"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .check(HOUSE);
    }

    @Test
    void onlyRepositoriesAndSearchTouchTheDatabase() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .and()
                .resideOutsideOfPackage(in("search"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(HOUSE);
    }

    @Test
    void webNeverTouchesARepository() {
        noClasses()
                .that()
                .resideInAPackage(in("web"))
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .check(HOUSE);
    }

    @Test
    void aPageAsksAtMostThreeServices() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Page")
                .should(haveAtMostThreeServices())
                .check(HOUSE);
    }

    private static ArchCondition<JavaClass> haveAtMostThreeServices() {
        return new ArchCondition<>("ask at most three services") {
            @Override
            public void check(JavaClass page, ConditionEvents events) {
                long services = page.getFields().stream()
                        .filter(f -> f.getRawType().getSimpleName().endsWith("Service"))
                        .count();
                if (services > 3) {
                    events.add(SimpleConditionEvent.violated(page, page.getName() + " asks " + services));
                }
            }
        };
    }

    @Test
    void transactionsStandOnServices() {
        classes()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .haveSimpleNameEndingWith("Service")
                // raises the one counter that all services share
                .orShould()
                .haveSimpleName("ContentVersions")
                .check(HOUSE);
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Service")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void servicesAreTransactional() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Service")
                .should(haveTransactions())
                .check(HOUSE);
    }

    private static ArchCondition<JavaClass> haveTransactions() {
        return new ArchCondition<>("be transactional, whole or by method") {
            @Override
            public void check(JavaClass service, ConditionEvents events) {
                boolean any = service.isAnnotatedWith(Transactional.class)
                        || service.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Transactional.class));
                if (!any) {
                    events.add(SimpleConditionEvent.violated(service, service.getName() + " has no transaction"));
                }
            }
        };
    }

    @Test
    void eachRoomSaysWhatItIsForAndWhatNullMeans() {
        assertThat(rooms()).allSatisfy(room -> assertThat(room.tryGetAnnotationOfType(NullMarked.class))
                .as("@NullMarked package-info of " + room.getName())
                .isPresent());
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)(\\$.*)?")
                .check(HOUSE);
    }

    @Test
    void aRepositoryIsNamedAsOne() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(HOUSE);
    }

    @Test
    void entitiesHaveVerbsAndNoSetters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should(notBeASetter())
                .check(HOUSE);
    }

    private static ArchCondition<JavaMethod> notBeASetter() {
        return new ArchCondition<>("not be a setter") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getName().matches("set[A-Z].*")) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is a setter"));
                }
            }
        };
    }

    @Test
    void nothingImportsWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("web"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("web"))
                .check(HOUSE);
    }

    @Test
    void onlyTheOperatorsCommandWritesToTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("operation"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }
}
