//! An RPC node on this machine, which answers what it was told to, and remembers what it was asked.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::{Value, json};

/// What the node sends back.
pub enum Reply {
    /// A result of JSON-RPC.
    Result(Value),
    /// An error of JSON-RPC.
    Error(i64, &'static str),
    /// Another status of HTTP.
    Status(u16),
    /// The first bytes of a result, of which more were announced.
    Broken(Value),
    /// The first bytes of a result, of which nobody said how many there would be.
    Ended(Value),
}

pub struct Node {
    pub url: String,
    requests: Arc<Mutex<Vec<Value>>>,
}

impl Node {
    /// Answers by `answer`, which gets the method, the parameters, and how often the method was called
    /// before. Ends with the test.
    pub fn start(answer: impl Fn(&str, &Value, usize) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let asked = Arc::clone(&requests);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let request = read(&mut BufReader::new(&stream));
                let method = request["method"].as_str().unwrap().to_owned();
                let before = count(&asked.lock().unwrap(), &method);
                let reply = answer(&method, &request["params"], before);
                asked.lock().unwrap().push(request);
                // A client that hangs up is the client's business.
                let _ = stream.write_all(&encode(reply));
            }
        });
        Self { url, requests }
    }

    /// How often a method was called.
    pub fn calls(&self, method: &str) -> usize {
        count(&self.requests.lock().unwrap(), method)
    }

    /// The parameters of all calls of a method.
    pub fn params(&self, method: &str) -> Vec<Value> {
        let requests = self.requests.lock().unwrap();
        let calls = requests.iter().filter(|request| request["method"] == method);
        calls.map(|request| request["params"].clone()).collect()
    }
}

fn count(requests: &[Value], method: &str) -> usize {
    requests.iter().filter(|request| request["method"] == method).count()
}

fn read(reader: &mut impl BufRead) -> Value {
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    serde_json::from_slice(&body).unwrap()
}

fn encode(reply: Reply) -> Vec<u8> {
    let answer = |name: &str, value: Value| {
        let mut answer = json!({ "jsonrpc": "2.0", "id": 1 });
        answer[name] = value;
        answer.to_string()
    };
    let (status, body, sent, announced) = match reply {
        Reply::Result(result) => (200, answer("result", result), 100, true),
        Reply::Error(code, message) => {
            (200, answer("error", json!({ "code": code, "message": message })), 100, true)
        }
        Reply::Status(status) => (status, String::new(), 100, true),
        Reply::Broken(result) => (200, answer("result", result), 60, true),
        Reply::Ended(result) => (200, answer("result", result), 60, false),
    };
    let length =
        if announced { format!("content-length: {}\r\n", body.len()) } else { String::new() };
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\n{length}connection: close\r\n\r\n"
    );
    [head.as_bytes(), &body.as_bytes()[..body.len() * sent / 100]].concat()
}
