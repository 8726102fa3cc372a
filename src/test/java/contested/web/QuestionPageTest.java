package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.passage.EvidenceService;
import contested.passage.Matrix;
import contested.passage.PositionColumn;
import contested.passage.QuestionEvidence;
import contested.passage.Relation;
import contested.question.Position;
import contested.shared.Language;
import contested.shared.Slug;
import contested.source.Source;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a question's page shows for what stands in its address, and what it says in words. */
class QuestionPageTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void loadPack() {
        database = Database.on(Engine.H2).filledWith(SampleDebate.pack(folder.resolve("packs")));
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    private QuestionPage page(Slug question, Map<String, String> parameters) {
        database.get(Address.class).enter(Route.QUESTION, question, parameters);
        QuestionPage page = database.get(QuestionPage.class);
        database.doInTransaction(page::load);
        return page;
    }

    private static Source source(QuestionPage page, Slug slug) {
        return page.getEvidence().sources().stream()
                .filter(s -> s.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAFilterEveryPassageIsShown() {
        QuestionPage page = page(SampleDebate.PHONES, Map.of());

        assertThat(page.getFilter().isOpen()).isTrue();
        assertThat(page.getShownCount()).isEqualTo(9);
        assertThat(page.getRelations()).containsExactly(Relation.values());
    }

    @Test
    void theAddressFiltersBySourceAndRelation() {
        QuestionPage page = page(SampleDebate.PHONES, Map.of("source", "pupils-council", "relation", "supports"));

        assertThat(page.getShownCount()).isEqualTo(2);
        assertThat(page.chosen(source(page, SampleDebate.COUNCIL))).isTrue();
        assertThat(page.chosenRelation(Relation.SUPPORTS)).isTrue();
    }

    @Test
    void unknownNamesInTheAddressAreIgnored() {
        QuestionPage page =
                page(SampleDebate.PHONES, Map.of("source", "nobody", "relation", "SUPPORTS", "order", "random"));

        assertThat(page.getFilter().isOpen()).isTrue();
        assertThat(page.isReversed()).isFalse();
    }

    @Test
    void linksKeepWhatWasChosenAndChangeOneThing() {
        QuestionPage page =
                page(SampleDebate.PHONES, Map.of("source", "gazette", "relation", "reports", "order", "reversed"));
        String path = "/questions/" + SampleDebate.PHONES;

        assertThat(page.with(source(page, SampleDebate.COUNCIL)))
                .isEqualTo(path + "?order=reversed&relation=reports&source=pupils-council#positions");
        assertThat(page.withRelation(null)).isEqualTo(path + "?order=reversed&source=gazette#positions");
        assertThat(page.getTurned()).isEqualTo(path + "?relation=reports&source=gazette#positions");
        assertThat(page.getUnfiltered()).isEqualTo(path + "?order=reversed#positions");
    }

    @Test
    void aChoiceCountsWithinTheOtherAndLeadsToNoEmptyPage() {
        QuestionPage ofOffice = page(SampleDebate.PHONES, Map.of("source", "school-office"));
        assertThat(ofOffice.countOf(Relation.CONTEXT)).isEqualTo(1);
        assertThat(ofOffice.countOf(Relation.SUPPORTS)).isZero();
        assertThat(ofOffice.offersRelation(Relation.CONTEXT)).isTrue();
        assertThat(ofOffice.offersRelation(Relation.SUPPORTS)).isFalse();

        QuestionPage challenges = page(SampleDebate.PHONES, Map.of("relation", "challenges"));
        assertThat(challenges.countFrom(source(challenges, SampleDebate.COUNCIL)))
                .isEqualTo(1);
        assertThat(challenges.offers(source(challenges, SampleDebate.GAZETTE))).isFalse();
    }

    @Test
    void theChoiceThatStandsIsOfferedEvenWhereItLeavesNothing() {
        QuestionPage page = page(SampleDebate.PHONES, Map.of("source", "school-office", "relation", "supports"));

        assertThat(page.getShownCount()).isZero();
        assertThat(page.offers(source(page, SampleDebate.OFFICE))).isTrue();
        assertThat(page.offersRelation(Relation.SUPPORTS)).isTrue();
    }

    @Test
    void theReversedOrderIsTheDrawnOneFromItsOtherEnd() {
        List<Position> drawn = page(SampleDebate.PHONES, Map.of()).getColumns().stream()
                .map(PositionColumn::position)
                .toList();

        assertThat(page(SampleDebate.PHONES, Map.of("order", "reversed")).getColumns())
                .extracting(c -> c.position().slot())
                .containsExactly(
                        drawn.get(2).slot(), drawn.get(1).slot(), drawn.get(0).slot());
    }

    @Test
    void theGlanceAndTheColumnSayTheSameNumberAndTellChallengesAndReportsApart() {
        QuestionPage page = page(SampleDebate.PHONES, Map.of());
        Spoken spoken = database.get(Spoken.class);
        List<Marks.GlanceSide> glance = database.get(Marks.class).glance(page.getEvidence());

        for (PositionColumn column : page.getColumns()) {
            assertThat(glance)
                    .filteredOn(side -> side.position().equals(column.position()))
                    .singleElement()
                    .extracting(Marks.GlanceSide::count)
                    .isEqualTo(column.standingFor().size());
        }
        assertThat(page.getColumns())
                .extracting(spoken::tally)
                .containsExactlyInAnyOrder(
                        "2 passages from 1 source, 1 more challenges it",
                        "1 passage from 1 source",
                        "1 passage from 1 source, 1 more reports the view");
        assertThat(glance).extracting(spoken::against).containsExactly("1 more challenges it", "", "");
        assertThat(spoken.withoutStance(page.getEvidence()))
                .isEqualTo("4 more passages take no position themselves:"
                        + " 1 reports a view and stands with the answer it is about, 3 stand below the answers.");
    }

    @Test
    void whereAllThatTakeNoPositionStandInOnePlaceNoNumberIsSaidTwice() {
        QuestionEvidence phones = page(SampleDebate.PHONES, Map.of()).getEvidence();
        QuestionEvidence asking =
                new QuestionEvidence(phones.question(), phones.sources(), phones.onNoPosition(), List.of(), Map.of());

        assertThat(database.get(Spoken.class).withoutStance(asking))
                .isEqualTo("3 more passages take no position themselves: they stand below the answers.");
    }

    @Test
    void aStripSaysItsNumbersAndWhatIsNotInThem() {
        QuestionPage page = page(SampleDebate.PHONES, Map.of());
        Spoken spoken = database.get(Spoken.class);

        assertThat(spoken.balance(page.getEvidence()))
                .isEqualTo("Yes: 2 passages, 1 of them qualifies it, 1 more challenges it; It depends: 1 passage;"
                        + " No: 1 passage. 4 more take no position");
        assertThat(database.get(Marks.class).balance(page.getEvidence()))
                .extracting(side -> side.count() + " of " + side.marks().size())
                .containsExactly("2 of 3", "1 of 1", "1 of 1");
    }

    @Test
    void aCellSaysWhoseViewItReports() {
        QuestionPage page = page(SampleDebate.PHONES, Map.of());

        assertThat(database.get(Spoken.class).cell(page.getEvidence(), source(page, SampleDebate.GAZETTE)))
                .isEqualTo("Question 1, The Lakeside Gazette: 1 passage supports Yes, 1 passage qualifies Yes,"
                        + " 1 passage reports a view for No, 1 passage raises it");
    }

    @Test
    void theFramingComesInParagraphs() {
        assertThat(page(SampleDebate.PHONES, Map.of()).getFraming())
                .containsExactly("First what happened.", "Then what is asked.");
    }

    @Test
    void cautionsNameWhatOnePublisherCarriesAndWhatNobodySupports() {
        Cautions cautions = database.get(Cautions.class);
        QuestionPage page = page(SampleDebate.HOMEWORK, Map.of());

        assertThat(cautions.titleKey(page.getEvidence())).isEqualTo("question.care.title.one-sided");
        assertThat(cautions.oneSided(page.getEvidence()))
                .containsExactly(
                        "All support for “Yes” comes from one publisher, School office (Government portal).",
                        "No passage supports “No”.");
        assertThat(page.getEvidence().isReadyForClass()).isFalse();
    }

    @Test
    void aFlagInAListSaysWhichAnswerLacksWhatAndWhereItsTermIsDefined() {
        Cautions cautions = database.get(Cautions.class);
        Matrix matrix = database.inTransaction(
                () -> new Matrix(database.get(EvidenceService.class).all()));
        Matrix.Row phones = matrix.groups().get(0).rows().get(0);

        assertThat(cautions.flags(phones))
                .containsExactly(
                        new Cautions.Flag("One publisher only: Yes, It depends, No", "one-sided"),
                        new Cautions.Flag("Ready for class", "ready-for-class"));
        assertThat(cautions.flags(matrix.groups().get(0).rows().get(2)))
                .containsExactly(new Cautions.Flag("No source speaks", ""));
        database.get(Address.class).speak(Language.VI, true);
        assertThat(cautions.flags(phones).get(0).words())
                .isEqualTo("Chỉ một đơn vị xuất bản ủng hộ: “Có”, “Còn tuỳ”, “Không”");
    }

    @Test
    void silentSourcesAreNamedApartEvenWhereNamesHaveCommas() {
        Cautions cautions = database.get(Cautions.class);

        assertThat(cautions.silent(page(SampleDebate.HOMEWORK, Map.of()).getEvidence()))
                .isEqualTo("Silent on this question: The Lakeside Gazette; Pupils’ council of Lakeside.");
        assertThat(cautions.silent(page(SampleDebate.PHONES, Map.of()).getEvidence()))
                .isEmpty();
    }

    @Test
    void aQuestionWithoutEvidenceSaysSoFirst() {
        QuestionPage page = page(SampleDebate.UNIFORMS, Map.of());

        assertThat(database.get(Cautions.class).titleKey(page.getEvidence()))
                .isEqualTo("question.care.title.unsupported");
        assertThat(page.getColumns())
                .hasSize(4)
                .allMatch(c -> c.all().isEmpty() && c.groups().isEmpty());
    }

    @Test
    void positionsSupportedByDifferentPublishersAreReadyForClass() {
        assertThat(page(SampleDebate.PHONES, Map.of()).getEvidence().isReadyForClass())
                .isTrue();
    }

    @Test
    void theHeadingOfAPassageSaysRelationPlaceAndVoiceInBothLanguages() {
        QuestionPage page = page(SampleDebate.PHONES, Map.of());
        Spoken spoken = database.get(Spoken.class);
        List<String> english = headings(page, spoken);
        database.get(Address.class).speak(Language.VI, true);

        assertThat(english)
                .contains(
                        "Supports Yes: The Lakeside Gazette, paragraph 1; voice: the authors",
                        "Reports a view for No: The Lakeside Gazette, paragraph 2; voice: the authors",
                        "Raises the question: The Lakeside Gazette, paragraph 3; voice: the authors");
        assertThat(headings(page, spoken))
                .contains("Ủng hộ “Có”: The Lakeside Gazette (VI), đoạn 1; người phát biểu: tác giả");
    }

    private static List<String> headings(QuestionPage page, Spoken spoken) {
        return page.getEvidence().passages().stream().map(spoken::heading).toList();
    }
}
