package org.tickcast.admission;

/**
 * Who a client is to us. Whoever shows the shared token is known by address only.
 *
 * @param id what limits count by and logs show
 */
public record ClientIdentity(String id, ClientAddress address) {

    static ClientIdentity knownByAddress(ClientAddress address) {
        return new ClientIdentity(address.text(), address);
    }
}
