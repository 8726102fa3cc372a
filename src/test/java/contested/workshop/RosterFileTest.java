package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import contested.shared.Language;
import contested.shared.UserFacingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A class's names come as their school's system or a spreadsheet writes them. */
class RosterFileTest {

    private static final String ONE_ROSTER =
            """
            sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,email
            u1,active,,true,o1,student,an,,An,Nguyễn,Văn,an@school.example
            u2,tobedeleted,,false,o1,student,left,,Left,Long Ago,,left@school.example
            u3,active,,true,o1,student,bo,,Bo,"Smith, Jr.",,bo@school.example
            """;

    private static List<String> names(String csv, Language language) {
        return RosterFile.names(csv.getBytes(StandardCharsets.UTF_8), language);
    }

    private static List<String> names(String csv) {
        return names(csv, Language.EN);
    }

    private static UserFacingException fault(byte[] file) {
        UserFacingException fault =
                catchThrowableOfType(UserFacingException.class, () -> RosterFile.names(file, Language.EN));
        assertThat(fault.field()).isEqualTo(RosterFile.FIELD);
        return fault;
    }

    private static UserFacingException fault(String csv) {
        return fault(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneRostersUsersAreReadWithoutThoseWhoLeft() {
        assertThat(names(ONE_ROSTER)).containsExactly("An Văn Nguyễn", "Bo Smith, Jr.");
    }

    @Test
    void inVietnameseTheFamilyNameComesFirst() {
        assertThat(names(ONE_ROSTER, Language.VI)).containsExactly("Nguyễn Văn An", "Smith, Jr. Bo");
    }

    @Test
    void nothingButNamesIsKept() {
        assertThat(names(ONE_ROSTER)).noneMatch(name -> name.contains("@") || name.contains("u1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name\nAn Nguyễn\nBo Smith\n",
                "\uFEFFName\r\nAn Nguyễn\r\nBo Smith",
                "id;Full name;email\n1;An Nguyễn;a@b.example\n2;Bo Smith;\n",
                "id\tname\n1\tAn Nguyễn\n2\tBo Smith\n",
                "name\n\n  An   Nguyễn \n\n\"Bo\u00A0Smith\"\n\n",
                "Họ và tên\nAn Nguyễn\nBo Smith\n",
                "Tên,Họ\nAn,Nguyễn\nBo,Smith\n",
                "name\nAn Nguye\u0302\u0303n\nBo\u200B Smith\n"
            })
    void aListOfNamesIsReadHoweverItIsWritten(String csv) {
        assertThat(names(csv)).containsExactly("An Nguyễn", "Bo Smith");
    }

    @Test
    void twoPeopleOfOneNameStayTwo() {
        assertThat(names("name\nAn\nAn\n")).containsExactly("An", "An");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|workshop.roster.empty",
                "name|workshop.roster.empty",
                "pupil,class\\nAn,7a|workshop.roster.columns",
                "An Nguyễn\\nBo Smith|workshop.roster.columns",
                "name,id\\nAn,1\\n,2|workshop.roster.nameless",
                "name\\n\"An|workshop.roster.quotes",
                "name\\n\"An\" Nguyễn|workshop.roster.quotes"
            })
    void whatCannotBeReadSaysWhy(String csv, String key) {
        assertThat(fault(csv.replace("\\n", "\n")).key()).isEqualTo(key);
    }

    @Test
    void theRowAtFaultIsTheOneOfTheSpreadsheet() {
        assertThat(fault("name,id\nAn,1\n\n\"\",2\n").arguments()).containsExactly(4L);
        assertThat(fault("name\n" + "x".repeat(101)).arguments()).containsExactly(2L, RosterFile.MAX_NAME_CHARS);
    }

    @Test
    void otherEncodingsAreNotGuessed() {
        String csv = "name\nAn Nguyễn\n";

        assertThat(fault(csv.getBytes(StandardCharsets.UTF_16)).key()).isEqualTo("workshop.roster.encoding");
        assertThat(fault("name\nJosé\n".getBytes(Charset.forName("windows-1252")))
                        .key())
                .isEqualTo("workshop.roster.encoding");
    }

    @Test
    void aThousandNamesAreReadAndNotOneMore() {
        assertThat(names("name\n" + "An\n".repeat(1000))).hasSize(1000);
        assertThat(fault("name\n" + "An\n".repeat(1001)).key()).isEqualTo("workshop.roster.many");
        assertThat(fault(new byte[RosterFile.MAX_KIBIBYTES * 1024 + 1]).key()).isEqualTo("workshop.roster.large");
    }
}
