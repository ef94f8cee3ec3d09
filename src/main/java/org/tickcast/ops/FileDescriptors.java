package org.tickcast.ops;

import java.lang.management.ManagementFactory;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** How many file descriptors this process has, and may have. */
public interface FileDescriptors {

    long open();

    /** 0 when the machine does not tell, which is what Windows does. */
    long most();

    /**
     * As the JVM tells them. It is asked by name: the class that knows them is one of the JDK's own, which not every server
     * lets applications see.
     */
    static FileDescriptors ofThisProcess() {
        return new FileDescriptors() {
            @Override
            public long open() {
                return ask("OpenFileDescriptorCount");
            }

            @Override
            public long most() {
                return ask("MaxFileDescriptorCount");
            }
        };
    }

    private static long ask(String attribute) {
        MBeanServer jvm = ManagementFactory.getPlatformMBeanServer();
        try {
            return (Long) jvm.getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), attribute);
        } catch (AttributeNotFoundException anotherSystem) {
            return 0;
        } catch (JMException e) {
            throw new IllegalStateException("Asking the JVM for its " + attribute, e);
        }
    }
}
