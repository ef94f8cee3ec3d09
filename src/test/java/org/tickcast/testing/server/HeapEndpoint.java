package org.tickcast.testing.server;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts what a garbage collection leaves: of each class that the client names, with blanks between. {@code Total} is all. */
@ServerEndpoint("/test/heap")
public class HeapEndpoint {

    @OnMessage
    public String onText(String classNames) throws JMException {
        List<String[]> rows = ((String) ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "gcClassHistogram",
                                new Object[] {new String[0]},
                                new String[] {String[].class.getName()}))
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .toList();
        return Arrays.stream(classNames.split(" ", -1))
                .map(name -> String.valueOf(name.equals("Total") ? totalBytes(rows) : instances(rows, name)))
                .collect(Collectors.joining(" "));
    }

    private static long instances(List<String[]> rows, String className) {
        return rows.stream()
                .filter(row -> row.length >= 4 && row[3].equals(className))
                .mapToLong(row -> Long.parseLong(row[1]))
                .sum();
    }

    private static long totalBytes(List<String[]> rows) {
        return rows.stream()
                .filter(row -> row.length == 3 && row[0].equals("Total"))
                .mapToLong(row -> Long.parseLong(row[2]))
                .sum();
    }
}
