package contested.operation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which addresses people reach the portal, for the operator who started it.
 *
 * @param here   from this machine; the public one where the operator named it
 * @param phones from others in the same network; none where the portal listens to this machine alone
 */
record PortalAddresses(String here, List<String> phones) {

    /** As people on this machine and in its network see it now. */
    static PortalAddresses of(String bind, int port, Optional<String> publicUrl) {
        return publicUrl
                .map(url -> new PortalAddresses(url.strip().replaceFirst("/*$", "/"), List.of()))
                .orElseGet(() -> of(bind, port, ownAddresses()));
    }

    static PortalAddresses of(String bind, int port, List<String> own) {
        boolean everywhere = bind.equals("0.0.0.0") || bind.equals("::");
        boolean alone = bind.equals("localhost") || bind.equals("::1") || bind.startsWith("127.");
        String here = everywhere || alone ? "localhost" : bind;
        List<String> others = everywhere ? own : alone ? List.of() : List.of(bind);
        return new PortalAddresses(
                address(here, port),
                others.stream().map(host -> address(host, port)).toList());
    }

    /** For people, who type addresses: the short kind, of each network that is up. */
    private static List<String> ownAddresses() {
        try (Stream<NetworkInterface> cards = NetworkInterface.networkInterfaces()) {
            return cards.filter(PortalAddresses::reachesOthers)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .distinct()
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean reachesOthers(NetworkInterface card) {
        try {
            // Bridges of containers and virtual machines lead to nobody's phone.
            return card.isUp() && !card.isLoopback() && !card.getName().matches("(docker|br-|veth|virbr|vmnet).*");
        } catch (SocketException e) {
            return false;
        }
    }

    private static String address(String host, int port) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + (port == 80 ? "" : ":" + port) + "/";
    }

    /** What the operator reads: what the portal does, and where. */
    List<String> lines(String does) {
        List<String> lines = new ArrayList<>();
        lines.add(does + " " + here);
        phones.stream()
                .filter(phone -> !phone.equals(here))
                .forEach(phone -> lines.add("On phones in the same network: " + phone));
        return lines;
    }
}
