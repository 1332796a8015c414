package dev.honeydo.application.limit;

/**
 * The addresses that are taken for one client: a single one of IPv4, the 2^64 of an IPv6 subnet
 * (RFC 4291, section 2.5.4), of which a household has at least one.
 *
 * @param value the canonical text of the address, or of the subnet
 */
public record AddressBlock(String value) {}
