package contested.workshop;

import contested.account.Pseudonym;
import contested.shared.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pseudonyms to pick from for whoever joins and has none in mind: a small thing of nature and where, when or how it is
 * found, in the workshop's language.
 *
 * <p>The words were chosen so that none praises or blames its bearer, is a first name or belongs to one gender; none is a
 * colour, an emblem or an animal of a nation, a party or a camp (no star, lotus, bamboo, eagle, dove, hawk, rose, bear), none
 * names a part of a country, and none is a state that the portal itself has, such as hidden or silent.
 */
public final class SuggestedPseudonym {

    private static final Map<Language, List<Pseudonym>> ALL = Map.of(
            Language.EN,
            all(
                    """
                    Airy, Alpine, Autumn, Breezy, Bumpy, Cloudy, Coastal, Creekside, Curly, Dappled, Daytime, Dewy, Distant,
                    Downhill, Downy, Drifting, Evening, Faraway, Feathery, Floating, Forest, Freckled, Frosty, Gliding,
                    Grassy, Hilltop, Humming, Icy, Lakeside, Leafy, Meadow, Midday, Misty, Moonlit, Morning, Mossy,
                    Mountain, Nearby, Nesting, Noonday, Pebbly, Polka-dot, Rainy, Rippled, Riverside, Rolling, Roaming,
                    Rustling, Sandy, Seaside, Shady, Silken, Snowy, Speckled, Spotted, Springtime, Stripy, Summer, Sunlit,
                    Sunny, Swaying, Tidal, Twilight, Upland, Velvet, Wandering, Whirling, Windy, Winter, Woodland, Woolly
                    """,
                    """
                    Acorn, Alder, Badger, Beaver, Beetle, Birch, Boulder, Chestnut, Cloud, Clover, Comet, Cricket, Dolphin,
                    Dragonfly, Driftwood, Fern, Finch, Firefly, Gecko, Hedgehog, Heron, Kingfisher, Ladybird, Lark, Marmot,
                    Moss, Moth, Newt, Otter, Pebble, Pinecone, Plover, Puddle, Puffin, Quartz, Raindrop, Reed, Sandpiper,
                    Seashell, Snowflake, Sparrow, Squirrel, Starling, Swallow, Thistledown, Treefrog, Vole, Walnut, Willow,
                    Woodpecker
                    """,
                    true),
            Language.VI,
            all(
                    """
                    Bên Hiên, Bên Hồ, Bên Sông, Bên Suối, Bên Thềm, Bờ Ao, Bờ Đê, Bờ Giậu, Bờ Ruộng, Buổi Sớm, Cạnh Giếng,
                    Chân Đồi, Chân Núi, Chiều Hè, Chiều Mưa, Chiều Thu, Cuối Ngõ, Cuối Thu, Cuối Vườn, Cuối Xuân, Dưới Nắng,
                    Dưới Trăng, Đầu Hè, Đầu Làng, Đầu Ngõ, Đầu Thu, Đầu Xuân, Đêm Hè, Đêm Trăng, Đường Làng, Giữa Đồng,
                    Góc Sân, Góc Vườn, Lưng Đồi, Mùa Hè, Mùa Mưa, Mùa Thu, Mùa Xuân, Ngoài Đồng, Ngoài Ngõ, Sau Mưa,
                    Sau Vườn, Sân Trường, Sáng Thu, Sớm Mai, Sớm Xuân, Trên Đồi, Trong Gió, Trong Mưa, Trong Sương,
                    Trong Vườn, Trước Sân, Ven Đồi, Ven Hồ, Ven Rừng, Ven Sông, Ven Suối
                    """,
                    """
                    Bói Cá, Bọ Ngựa, Bọ Rùa, Bồ Công Anh, Bồ Nông, Bông Lau, Cà Cuống, Cánh Cam, Cào Cào, Cây Bàng, Cây Dừa,
                    Cây Đa, Cây Khế, Cây Sấu, Cây Thông, Châu Chấu, Chào Mào, Chìa Vôi, Chích Bông, Chồi Non, Chuồn Chuồn,
                    Cỏ Lau, Cỏ May, Cua Đồng, Dế Mèn, Dương Xỉ, Đám Mây, Đom Đóm, Giọt Sương, Gõ Kiến, Gợn Sóng, Hạt Cát,
                    Hạt Dẻ, Hạt Ngô, Hạt Thóc, Hải Âu, Hòn Sỏi, Lá Bàng, Lá Cọ, Lá Dừa, Lá Me, Mầm Cây, Ngọn Gió,
                    Nhím Con, Ong Mật, Phiến Đá, Quả Sim, Quả Thông, Rái Cá, Rêu Đá, Sáo Sậu, Sẻ Nâu, Sóc Nhỏ, Vành Khuyên,
                    Vịt Trời, Vỏ Ốc, Vỏ Sò
                    """,
                    false));

    private SuggestedPseudonym() {}

    /**
     * Different ones in no order, each of them free; fewer than asked for only where no more are free.
     *
     * @param isFree whether nobody in the workshop has it, or one that looks like it; asked no more often than needed
     */
    public static List<Pseudonym> some(Language language, int count, Predicate<Pseudonym> isFree) {
        List<Pseudonym> shuffled = new ArrayList<>(all(language));
        Collections.shuffle(shuffled);
        return shuffled.stream().filter(isFree).limit(count).toList();
    }

    static List<Pseudonym> all(Language language) {
        return ALL.getOrDefault(language, List.of());
    }

    /** Each thing with each word that says more of it, unless both have a word in common. */
    private static List<Pseudonym> all(String more, String things, boolean moreFirst) {
        return split(things)
                .flatMap(thing -> split(more)
                        .filter(word -> !overlap(word, thing))
                        .map(word -> moreFirst ? word + " " + thing : thing + " " + word))
                .map(Pseudonym::of)
                .toList();
    }

    private static Stream<String> split(String list) {
        return Stream.of(list.strip().split(",\\s*"));
    }

    private static boolean overlap(String one, String other) {
        Set<String> words = Stream.of(one.split(" ")).collect(Collectors.toSet());
        return Stream.of(other.split(" ")).anyMatch(words::contains);
    }
}
