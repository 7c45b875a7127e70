//! A name server that gives every question the same answer, or none.

use std::net::SocketAddr;

use tokio::{net::UdpSocket, task::JoinHandle};

/// What the name server answers.
#[derive(Clone, Copy)]
pub enum Reply {
    /// Nothing, ever.
    Nothing,
    /// This response code and no record: 0 no records, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED.
    Code(u8),
}

/// A running name server. It ends when it is dropped.
pub struct NameServer {
    /// Where it listens.
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl NameServer {
    /// Starts on a free port of the loopback.
    pub async fn start(reply: Reply) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").await.expect("a free port");
        let address = socket.local_addr().expect("an address");
        let task = tokio::spawn(async move {
            let mut packet = [0; 1500];
            while let Ok((length, from)) = socket.recv_from(&mut packet).await {
                let Reply::Code(code) = reply else { continue };
                // The question ends with the zero of the root, a type and a class.
                let name = packet[12..length].iter().position(|byte| *byte == 0).expect("a name");
                let mut answer = packet[..12 + name + 5].to_vec();
                answer[2] |= 0x80;
                answer[3] = 0x80 | code;
                answer[6..12].fill(0);
                let _ = socket.send_to(&answer, from).await;
            }
        });
        Self { address, task }
    }
}

impl Drop for NameServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}
