package com.rebatesuite.inventory.notification.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of a host, and refuses those of this machine and its network. The connection is made to the very
 * addresses that were looked at, so that a name cannot mean another host a moment later.
 */
final class PublicAddresses implements DnsResolver {

    private final boolean allowPrivate;

    PublicAddresses(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!allowPrivate && Arrays.stream(addresses).anyMatch(PublicAddresses::isPrivate)) {
            throw new UnknownHostException(host + ": an address of a private network (expected: a public one)");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPrivate(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address
                        ? isPrivate6(address.getAddress())
                        : isPrivate4(address.getAddress()));
    }

    /** This network, shared by carriers (100.64/10), for protocols (192.0.0/24), benchmarks (198.18/15) and the future. */
    private static boolean isPrivate4(byte[] address) {
        int first = Byte.toUnsignedInt(address[0]);
        int second = Byte.toUnsignedInt(address[1]);
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && address[2] == 0)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }

    /** Unique local (fc00::/7), and whatever may have an IPv4 address inside: compatible, NAT64, 6to4, Teredo. */
    private static boolean isPrivate6(byte[] address) {
        int first = Byte.toUnsignedInt(address[0]) << 8 | Byte.toUnsignedInt(address[1]);
        int second = Byte.toUnsignedInt(address[2]) << 8 | Byte.toUnsignedInt(address[3]);
        return (first & 0xfe00) == 0xfc00
                || first == 0
                || (first == 0x0064 && second == 0xff9b)
                || first == 0x2002
                || (first == 0x2001 && second == 0);
    }
}
